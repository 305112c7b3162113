/**
 * Every destination by name, as the provider sorts them: dial code, Russian name, English name.
 * The first two are the documented ones. Several countries may share a dial code.
 */
export const COUNTRIES = `
672 Австралийские внеш. террит-и|Australian External Territorie
61 Австралия|Australia
43 Австрия|Austria
994 Азербайджан|Azerbaijan
358 Аландские острова|Aland Islands
355 Албания|Albania
213 Алжир|Algeria
1 Американские Виргинские острова|US Virgin Islands
1 Американское Самоа|American Samoa
1 Ангилья|Anguilla
244 Ангола|Angola
376 Андорра|Andorra
1 Антигуа и Барбуда|Antigua and Barbuda
54 Аргентина|Argentina
374 Армения|Armenia
297 Аруба|Aruba
93 Афганистан|Afghanistan
1 Багамские острова|Bahamas
880 Бангладеш|Bangladesh
1 Барбадос|Barbados
973 Бахрейн|Bahrain
375 Беларусь|Belarus
501 Белиз|Belize
32 Бельгия|Belgium
229 Бенин|Benin
1 Бермудские острова|Bermuda
800 Бесплатные международные номера|Universal International Freephone
359 Болгария|Bulgaria
591 Боливия|Bolivia
599 Бонэйр, Синт-Эстатиус и Саба|Bonaire, Sint Eustatius and Saba
387 Босния и Герцеговина|Bosnia and Herzegovina
267 Ботсвана|Botswana
55 Бразилия|Brazil
1 Британские Виргинские острова|British Virgin Islands
673 Бруней|Brunei
226 Буркина-Фасо|Burkina Faso
257 Бурунди|Burundi
975 Бутан|Bhutan
678 Вануату|Vanuatu
39 Ватикан|Vatican City
44 Великобритания|United Kingdom
36 Венгрия|Hungary
58 Венесуэла|Venezuela
670 Восточный Тимор|East Timor
84 Вьетнам|Vietnam
241 Габон|Gabon
509 Гаити|Haiti
592 Гайана|Guyana
220 Гамбия|Gambia
233 Гана|Ghana
590 Гваделупа|Guadeloupe
502 Гватемала|Guatemala
224 Гвинея|Guinea
245 Гвинея-Бисау|Guinea-Bissau
49 Германия|Germany
44 Гернси|Guernsey
350 Гибралтар|Gibraltar
504 Гондурас|Honduras
852 Гонконг|Hong Kong
1 Гренада|Grenada
299 Гренландия|Greenland
30 Греция|Greece
995 Грузия|Georgia
1 Гуам|Guam
45 Дания|Denmark
44 Джерси|Jersey
253 Джибути|Djibouti
246 Диего-Гарсия|Diego Garcia
1 Доминика|Dominica
1 Доминиканская Республика|Dominican Republic
243 ДР Конго|DR Congo
20 Египет|Egypt
260 Замбия|Zambia
212 Западная Сахара|Western Sahara
263 Зимбабве|Zimbabwe
972 Израиль|Israel
91 Индия|India
62 Индонезия|Indonesia
962 Иордания|Jordan
964 Ирак|Iraq
98 Иран|Iran
353 Ирландия|Ireland
354 Исландия|Iceland
34 Испания|Spain
39 Италия|Italy
967 Йемен|Yemen
238 Кабо-Верде|Cape Verde
7 Казахстан|Kazakhstan
1 Каймановы острова|Cayman Islands
855 Камбоджа|Cambodia
237 Камерун|Cameroon
1 Канада|Canada
974 Катар|Qatar
254 Кения|Kenya
357 Кипр|Cyprus
996 Киргизия|Kyrgyzstan
686 Кирибати|Kiribati
86 Китай|China
850 КНДР|North Korea
61 Кокосовые острова|Cocos Islands
57 Колумбия|Colombia
269 Коморские острова|Comoros
242 Конго|Congo
383 Косово|Kosovo
506 Коста-Рика|Costa Rica
225 Кот-д’Ивуар|Ivory Coast
53 Куба|Cuba
965 Кувейт|Kuwait
599 Кюрасао|Curacao
856 Лаос|Laos
371 Латвия|Latvia
266 Лесото|Lesotho
231 Либерия|Liberia
961 Ливан|Lebanon
218 Ливия|Libya
370 Литва|Lithuania
423 Лихтенштейн|Liechtenstein
352 Люксембург|Luxembourg
230 Маврикий|Mauritius
222 Мавритания|Mauritania
261 Мадагаскар|Madagascar
262 Майотта|Mayotte
853 Макао|Macao
265 Малави|Malawi
60 Малайзия|Malaysia
223 Мали|Mali
960 Мальдивы|Maldives
356 Мальта|Malta
212 Марокко|Morocco
596 Мартиника|Martinique
692 Маршалловы острова|Marshall Islands
979 Международные платные услуги|International Premium Rate Service
882 Международные сети|International Networks
883 Международные сети (883)|International Networks (883)
808 Международные услуги с разделённой оплатой|International Shared Cost Service
52 Мексика|Mexico
691 Микронезия|Micronesia
258 Мозамбик|Mozambique
373 Молдова|Moldova
377 Монако|Monaco
976 Монголия|Mongolia
1 Монтсеррат|Montserrat
95 Мьянма|Myanmar
264 Намибия|Namibia
674 Науру|Nauru
977 Непал|Nepal
227 Нигер|Niger
234 Нигерия|Nigeria
31 Нидерланды|Netherlands
505 Никарагуа|Nicaragua
683 Ниуэ|Niue
64 Новая Зеландия|New Zealand
687 Новая Каледония|New Caledonia
47 Норвегия|Norway
971 Объединённые Арабские Эмираты|United Arab Emirates
968 Оман|Oman
247 Остров Вознесения|Ascension Island
44 Остров Мэн|Isle of Man
61 Остров Рождества|Christmas Island
290 Остров Святой Елены|Saint Helena
682 Острова Кука|Cook Islands
92 Пакистан|Pakistan
680 Палау|Palau
970 Палестина|Palestine
507 Панама|Panama
675 Папуа — Новая Гвинея|Papua New Guinea
595 Парагвай|Paraguay
51 Перу|Peru
64 Питкэрн|Pitcairn Islands
48 Польша|Poland
351 Португалия|Portugal
1 Пуэрто-Рико|Puerto Rico
262 Реюньон|Reunion
7 Россия|Russia
250 Руанда|Rwanda
40 Румыния|Romania
503 Сальвадор|El Salvador
685 Самоа|Samoa
378 Сан-Марино|San Marino
239 Сан-Томе и Принсипи|Sao Tome and Principe
966 Саудовская Аравия|Saudi Arabia
389 Северная Македония|North Macedonia
1 Северные Марианские острова|Northern Mariana Islands
248 Сейшельские острова|Seychelles
590 Сен-Бартелеми|Saint Barthelemy
590 Сен-Мартен|Saint Martin
508 Сен-Пьер и Микелон|Saint Pierre and Miquelon
221 Сенегал|Senegal
1 Сент-Винсент и Гренадины|Saint Vincent and the Grenadines
1 Сент-Китс и Невис|Saint Kitts and Nevis
1 Сент-Люсия|Saint Lucia
381 Сербия|Serbia
65 Сингапур|Singapore
1 Синт-Мартен|Sint Maarten
963 Сирия|Syria
421 Словакия|Slovakia
386 Словения|Slovenia
677 Соломоновы острова|Solomon Islands
252 Сомали|Somalia
881 Спутниковая связь (GMSS)|Global Mobile Satellite System
870 Спутниковая связь Inmarsat|Inmarsat SNAC
249 Судан|Sudan
597 Суринам|Suriname
1 США|USA
232 Сьерра-Леоне|Sierra Leone
992 Таджикистан|Tajikistan
66 Таиланд|Thailand
886 Тайвань|Taiwan
255 Танзания|Tanzania
1 Тёркс и Кайкос|Turks and Caicos Islands
228 Того|Togo
690 Токелау|Tokelau
676 Тонга|Tonga
1 Тринидад и Тобаго|Trinidad and Tobago
290 Тристан-да-Кунья|Tristan da Cunha
688 Тувалу|Tuvalu
216 Тунис|Tunisia
993 Туркменистан|Turkmenistan
90 Турция|Turkey
256 Уганда|Uganda
998 Узбекистан|Uzbekistan
380 Украина|Ukraine
878 Универсальные персональные номера|Universal Personal Telecommunications
681 Уоллис и Футуна|Wallis and Futuna
598 Уругвай|Uruguay
298 Фарерские острова|Faroe Islands
679 Фиджи|Fiji
63 Филиппины|Philippines
358 Финляндия|Finland
500 Фолклендские острова|Falkland Islands
33 Франция|France
594 Французская Гвиана|French Guiana
689 Французская Полинезия|French Polynesia
385 Хорватия|Croatia
236 Центральноафриканская Республика|Central African Republic
235 Чад|Chad
382 Черногория|Montenegro
420 Чехия|Czech Republic
56 Чили|Chile
41 Швейцария|Switzerland
46 Швеция|Sweden
47 Шпицберген и Ян-Майен|Svalbard and Jan Mayen
94 Шри-Ланка|Sri Lanka
593 Эквадор|Ecuador
240 Экваториальная Гвинея|Equatorial Guinea
291 Эритрея|Eritrea
268 Эсватини|Eswatini
372 Эстония|Estonia
251 Эфиопия|Ethiopia
27 ЮАР|South Africa
500 Южная Георгия|South Georgia
82 Южная Корея|South Korea
211 Южный Судан|South Sudan
1 Ямайка|Jamaica
81 Япония|Japan`;

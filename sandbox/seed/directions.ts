export interface Direction {
  id: string;
  name: string;
  english_name: string;
  code: number;
}

/** By name, as the provider sorts them. Several countries may share a dial code. */
const COUNTRIES = `
672 Австралийские внеш. террит-и|Australian External Territorie
61 Австралия|Australia
43 Австрия|Austria
994 Азербайджан|Azerbaijan
355 Албания|Albania
213 Алжир|Algeria
376 Андорра|Andorra
54 Аргентина|Argentina
374 Армения|Armenia
880 Бангладеш|Bangladesh
375 Беларусь|Belarus
32 Бельгия|Belgium
359 Болгария|Bulgaria
55 Бразилия|Brazil
44 Великобритания|United Kingdom
36 Венгрия|Hungary
58 Венесуэла|Venezuela
84 Вьетнам|Vietnam
49 Германия|Germany
44 Гернси|Guernsey
852 Гонконг|Hong Kong
30 Греция|Greece
995 Грузия|Georgia
45 Дания|Denmark
44 Джерси|Jersey
1 Доминиканская Республика|Dominican Republic
20 Египет|Egypt
972 Израиль|Israel
91 Индия|India
62 Индонезия|Indonesia
353 Ирландия|Ireland
354 Исландия|Iceland
34 Испания|Spain
39 Италия|Italy
7 Казахстан|Kazakhstan
1 Канада|Canada
974 Катар|Qatar
357 Кипр|Cyprus
996 Киргизия|Kyrgyzstan
86 Китай|China
53 Куба|Cuba
371 Латвия|Latvia
370 Литва|Lithuania
352 Люксембург|Luxembourg
60 Малайзия|Malaysia
960 Мальдивы|Maldives
212 Марокко|Morocco
883 Международные сети (883)|International Networks (883)
882 Международные сети|International Networks
979 Международные платные услуги|International Premium Rate Service
52 Мексика|Mexico
373 Молдова|Moldova
377 Монако|Monaco
976 Монголия|Mongolia
31 Нидерланды|Netherlands
64 Новая Зеландия|New Zealand
47 Норвегия|Norway
971 Объединённые Арабские Эмираты|United Arab Emirates
48 Польша|Poland
351 Португалия|Portugal
1 Пуэрто-Рико|Puerto Rico
7 Россия|Russia
40 Румыния|Romania
381 Сербия|Serbia
65 Сингапур|Singapore
421 Словакия|Slovakia
386 Словения|Slovenia
870 Спутниковая связь Inmarsat|Inmarsat SNAC
881 Спутниковая связь (GMSS)|Global Mobile Satellite System
1 США|USA
992 Таджикистан|Tajikistan
66 Таиланд|Thailand
993 Туркменистан|Turkmenistan
90 Турция|Turkey
998 Узбекистан|Uzbekistan
358 Финляндия|Finland
33 Франция|France
385 Хорватия|Croatia
382 Черногория|Montenegro
420 Чехия|Czech Republic
41 Швейцария|Switzerland
46 Швеция|Sweden
94 Шри-Ланка|Sri Lanka
372 Эстония|Estonia
27 ЮАР|South Africa
82 Южная Корея|South Korea
81 Япония|Japan`;

export const DIRECTIONS: readonly Direction[] = COUNTRIES.trim()
  .split("\n")
  .map((line, index) => {
    const [, code = "", name = "", english = ""] = /^(\d+) (.+)\|(.+)$/.exec(line) ?? [];
    return { id: String(index + 1), name, english_name: english, code: Number(code) };
  });

const OPEN = new Set([7, 36, 49, 58, 90, 374, 375, 995, 996, 998]);

/** Ids of the destinations that are open when an office starts. */
export function openAtStart(): Set<string> {
  return new Set(DIRECTIONS.filter(({ code }) => OPEN.has(code)).map(({ id }) => id));
}

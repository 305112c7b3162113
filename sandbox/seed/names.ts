/** Shared phones of the office: name and description. */
export const PLACES: readonly (readonly [name: string, role: string])[] = [
  ["Ресепшен", "1 этаж"],
  ["Бухгалтерия", "Кабинет 204"],
  ["Отдел продаж", "Общий телефон"],
  ["Диспетчер", "Служба доставки"],
  ["Склад", "Южные ворота"],
  ["Переговорная «Байкал»", "2 этаж"],
  ["Охрана", "Проходная"],
];

export const DEPARTMENTS: readonly string[] = [
  "Отдел продаж",
  "Бухгалтерия",
  "Служба поддержки",
  "Логистика",
  "Отдел кадров",
  "Закупки",
  "Юридический отдел",
  "Маркетинг",
  "ИТ-отдел",
];

const WOMEN = "Анна Мария Елена Ольга Наталья Ирина Татьяна Светлана Юлия Дарья Алина Вера";
const MEN = "Алексей Дмитрий Иван Сергей Андрей Михаил Никита Павел Роман Егор Артём Глеб";
const SURNAMES =
  "Смирнов Иванов Кузнецов Соколов Попов Лебедев Козлов Новиков Морозов Волков Соловьёв " +
  "Васильев Зайцев Павлов Голубев Виноградов Богданов Воробьёв Фёдоров Беляев Тарасов Белов " +
  "Комаров Орлов Киселёв Макаров Андреев Ковалёв Ильин Гусев Титов Кузьмин";

const men = MEN.split(" ");
const first = [...WOMEN.split(" "), ...men];
const surnames = SURNAMES.split(" ");
const TOTAL = first.length * surnames.length;
/** Coprime with `TOTAL`, so that stepping by it visits every pair once. */
const STRIDE = 331;

/** The name of the `index`-th person, unique in the office; `start` offsets the sequence. */
export function personName(index: number, start: number): string {
  const at = (start + index * STRIDE) % TOTAL;
  const given = first[at % first.length] ?? "";
  const surname = surnames[Math.floor(at / first.length)] ?? "";
  const round = Math.floor(index / TOTAL);
  const name = `${given} ${men.includes(given) ? surname : `${surname}а`}`;
  return round === 0 ? name : `${name} ${round + 1}`;
}

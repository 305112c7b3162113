/** Phone numbers of the office: what may be shown as caller ID. */
export interface OfficeNumber {
  id: number;
  number: string;
  phone_type: "abc" | "def" | "800";
  owner_type: "business" | "personal";
}

export const NUMBERS: readonly OfficeNumber[] = [
  { id: 15, number: "74950000015", phone_type: "abc", owner_type: "business" },
  { id: 16, number: "74950000016", phone_type: "abc", owner_type: "business" },
  { id: 17, number: "74950000017", phone_type: "abc", owner_type: "business" },
  { id: 18, number: "74950000018", phone_type: "abc", owner_type: "personal" },
  { id: 19, number: "74950000019", phone_type: "abc", owner_type: "personal" },
  { id: 20, number: "78000000020", phone_type: "800", owner_type: "business" },
  { id: 21, number: "78000000021", phone_type: "800", owner_type: "business" },
  { id: 22, number: "79993332210", phone_type: "def", owner_type: "personal" },
  { id: 23, number: "79000000023", phone_type: "def", owner_type: "personal" },
  { id: 24, number: "79000000024", phone_type: "def", owner_type: "personal" },
  { id: 25, number: "79000000025", phone_type: "def", owner_type: "business" },
  { id: 26, number: "79000000026", phone_type: "def", owner_type: "business" },
];

/** Recordings that may greet a caller. */
export const MEDIA = [
  { id: 55, name: "Музыка на удержании" },
  { id: 56, name: "Приветствие: рабочее время" },
  { id: 57, name: "Приветствие голосовой почты" },
  { id: 58, name: "Мы сейчас не работаем" },
] as const;

export const GROUPS = [
  { id: 9, name: "Продажи", number: 601, timeout: 30, sequence_rule: "simultaneous" },
  { id: 10, name: "Поддержка", number: 602, timeout: 25, sequence_rule: "single" },
  { id: 11, name: "Бухгалтерия", number: 603, timeout: 40, sequence_rule: "single" },
] as const;

/** Scenarios of numbers and menus (not those of SIP accounts); types vary here too. */
export const CALL_SCENARIOS = [
  { id: 18, name: "Главный номер", type: "number", number: "74950000015" },
  { id: 19, name: "Голосовое меню", type: "menu", number: 701 },
  { id: 20, name: "Бесплатная линия", type: "number", number: "78000000020" },
] as const;

export const CALL_QUEUES = [
  { id: 14, name: "Очередь поддержки", login: "*5114", logout: "*5214" },
  { id: 15, name: "Очередь продаж", login: "*5115", logout: "*5215" },
] as const;

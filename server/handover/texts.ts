import { LINK_MINUTES } from "#api/handover.ts";

export type PageLanguage = "ru" | "en";

const EN = {
  askTitle: "Phone settings",
  ask: "Somebody has handed a SIP account over to you. Its login and password are shown once: open them where you set the phone up.",
  askNote: `The link works for ${LINK_MINUTES}\u00a0minutes after it was made. Once the settings have been shown, it stops working.`,
  show: "Show the settings",
  shownNote: "The settings are shown this once. Keep this page open until the phone works.",
  name: "Name",
  extension: "Extension",
  server: "Server",
  login: "Login",
  password: "Password",
  transport: "Transport",
  port: "Port",
  linphoneTitle: "With Linphone on this phone",
  linphone: `It can fetch the settings itself, within ${LINK_MINUTES}\u00a0minutes.`,
  linphoneLink: "Set Linphone up",
  linphoneNote:
    "Made by Linphone's own guide; it was not tried on phones. If nothing happens, type the settings by hand.",
  stepsTitle: "By hand, in any phone or app",
  steps: [
    "Open the settings of SIP accounts and add an account.",
    "Type the server, the login and the password from above. Where the phone asks for an authentication name, it is the login.",
    "Choose the transport and the port from above, and save.",
    "The phone says that it is registered. Call a colleague to try it.",
  ],
  refusedTitle: "This link does not work",
  refused: `A link works once, for ${LINK_MINUTES}\u00a0minutes. Ask whoever sent it for a new one.`,
  failedTitle: "The settings can't be loaded now",
  failed: "The link has not been used up. Try again in a minute.",
  again: "Try again",
  busyTitle: "Too many tries",
  busy: "Wait a minute, then open the link again.",
};

export type PageTexts = typeof EN;

const RU: PageTexts = {
  askTitle: "Настройки телефона",
  ask: "Вам передали SIP-аккаунт. Его логин и пароль показываются один раз: откройте их там, где настраиваете телефон.",
  askNote: `Ссылка действует ${LINK_MINUTES}\u00a0минут после создания. Когда настройки показаны, она перестаёт работать.`,
  show: "Показать настройки",
  shownNote:
    "Настройки показываются только сейчас. Не закрывайте страницу, пока телефон не заработает.",
  name: "Имя",
  extension: "Добавочный",
  server: "Сервер",
  login: "Логин",
  password: "Пароль",
  transport: "Транспорт",
  port: "Порт",
  linphoneTitle: "Если на этом телефоне есть Linphone",
  linphone: `Он может забрать настройки сам, в течение ${LINK_MINUTES}\u00a0минут.`,
  linphoneLink: "Настроить Linphone",
  linphoneNote:
    "Сделано по руководству Linphone, на телефонах это не проверяли. Если ничего не произошло, введите настройки вручную.",
  stepsTitle: "Вручную, в любом телефоне или приложении",
  steps: [
    "Откройте настройки SIP-аккаунтов и добавьте аккаунт.",
    "Введите сервер, логин и пароль с этой страницы. Если телефон просит имя для авторизации, это логин.",
    "Выберите транспорт и порт с этой страницы и сохраните.",
    "Телефон покажет, что зарегистрирован. Для проверки позвоните коллеге.",
  ],
  refusedTitle: "Ссылка не работает",
  refused: `Ссылка открывается один раз и действует ${LINK_MINUTES}\u00a0минут. Попросите новую у того, кто её прислал.`,
  failedTitle: "Настройки сейчас не загрузить",
  failed: "Ссылка ещё не использована. Повторите чуть позже.",
  again: "Повторить",
  busyTitle: "Слишком много попыток",
  busy: "Подождите минуту и откройте ссылку снова.",
};

export const TEXTS: Readonly<Record<PageLanguage, PageTexts>> = { ru: RU, en: EN };

/** The first of the two that a browser's `Accept-Language` names, by its order; English else. */
export function pageLanguage(accepted = ""): PageLanguage {
  const wanted = accepted
    .split(",")
    .map((part) => /^\s*(ru|en)\b[^;]*(?:;\s*q=([\d.]+))?\s*$/i.exec(part))
    .filter((match) => match !== null)
    .map(([, language, q = "1"]) => ({ language: language?.toLowerCase(), q: Number(q) }))
    .sort((a, b) => b.q - a.q);
  return wanted[0]?.language === "ru" ? "ru" : "en";
}

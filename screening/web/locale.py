"""The two languages: which one a request speaks, and how protocol sentences are translated."""

from decimal import Decimal

from flask import Flask, request, session
from flask_babel import Babel, get_locale, gettext
from flask_login import current_user

from screening.protocol.wording import Sentence

LANGUAGES = {"en": "English", "zh_Hans_CN": "简体中文"}
HTML_LANG = {"en": "en", "zh_Hans_CN": "zh-Hans"}
LANGUAGE = "language"
FULL_WIDTH = {
    ",": "\N{FULLWIDTH COMMA}",
    ";": "\N{FULLWIDTH SEMICOLON}",
    ":": "\N{FULLWIDTH COLON}",
    ".": "\N{IDEOGRAPHIC FULL STOP}",
}


def init_locale(app: Flask) -> None:
    """Set up translations."""
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = "translations"
    Babel(app, locale_selector=select_language)


def select_language() -> str:
    """Return the user's language, the one chosen in this browser, or the browser's own."""
    if current_user and current_user.is_authenticated:
        return str(current_user.locale)
    chosen = session.get(LANGUAGE)
    if chosen in LANGUAGES:
        return str(chosen)
    wanted = request.accept_languages.best_match(["en", "zh", "zh-CN", "zh-Hans"]) or "en"
    return "zh_Hans_CN" if wanted.startswith("zh") else "en"


def language() -> str:
    """Return the code of the page's language."""
    return str(get_locale())


def languages() -> dict[str, str]:
    """Return every language by its code, in its own words."""
    return LANGUAGES


def html_lang(code: str | None = None) -> str:
    """Return a language as HTML names it; that of the page unless one is given."""
    return HTML_LANG[code or language()]


def between(sign: str) -> str:
    """Return a comma, semicolon, colon or full stop as the page's language sets it."""
    return f"{sign} " if language() == "en" else FULL_WIDTH[sign]


def say(sentence: Sentence | str | None) -> str:
    """Return a sentence or a label in the language of the request, its values translated too."""
    if sentence is None or sentence == "":
        return ""
    if isinstance(sentence, str):
        return str(gettext(sentence))
    return str(gettext(sentence.text)).format(
        **{name: _say_value(value) for name, value in sentence.values.items()}
    )


def _say_value(value: object) -> object:
    if isinstance(value, Sentence):
        return say(value)
    if isinstance(value, str) and value:
        return str(gettext(value))
    return f"{value:f}" if isinstance(value, Decimal) else value


def say_stored(stored: object) -> str:
    """Return a sentence that was stored as JSON in the language of the request."""
    if not isinstance(stored, dict):
        return ""
    return say(Sentence(str(stored["text"]), dict(stored["values"])))

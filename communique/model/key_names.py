"""What authors call the keys of a statement, in English and in their own languages.

A key is always English. What is written in its place is told with the key that was meant: `lieu`
with `place`. Words are compared by `plain`, so none of them needs its accents.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

#: By key: what it is called elsewhere. The words of one language stand together, in this order:
#: English, French, German, Spanish, Italian, Portuguese, Dutch, Danish and Norwegian, Swedish,
#: Finnish, Polish, Czech, Turkish, Russian, Ukrainian, Greek, Arabic.
WORDS = {
    "title": """heading headline titre titel überschrift título titolo tittel rubrik otsikko tytuł
        titul název nadpis başlık заголовок название назва τίτλος العنوان عنوان""",
    "subtitle": """subheading subheadline sous-titre untertitel subtítulo sottotitolo ondertitel
        undertitel undertittel underrubrik alaotsikko podtytuł podtitul podnadpis altbaşlık
        подзаголовок підзаголовок υπότιτλος""",
    "issued": """date published datum fecha data dato päivämäärä päiväys tarih дата ημερομηνία
        التاريخ تاريخ""",
    "updated": """modified changed mis-à-jour aktualisiert actualizado aggiornato atualizado
        bijgewerkt opdateret oppdatert uppdaterad päivitetty aktualizováno güncellendi обновлено
        оновлено""",
    "place": """venue location city town lieu ville ort stadt lugar ciudad luogo città local cidade
        plaats stad sted plats paikka kaupunki miejsce miasto místo město yer şehir место город
        місце місто τόπος πόλη المكان""",
    "kind": """type genre art typ textsorte tipo soort slags laji tyyppi rodzaj druh tür вид тип
        είδος النوع نوع""",
    "language": """lang langue sprache idioma lengua lingua língua taal sprog språk kieli język
        jazyk dil язык мова γλώσσα اللغة لغة""",
    "issuers": """author authors issuer parties signatories partes parteien partijen parterne strony
        auteur auteurs autor autoren verfasser herausgeber emittent
        autores autore autori auteurs forfatter forfattere författare avsändare tekijä tekijät
        autorzy autoři yazar yazarlar автор авторы автори συντάκτης συντάκτες المؤلف""",
    "event": """occasion événement evento veranstaltung anlass arrangement evenement hændelse
        evenemang tapahtuma wydarzenie událost etkinlik событие мероприятие подія захід εκδήλωση""",
    "contact": """press email mail e-mail tel telephone phone courriel telefon kontakt
        ansprechpartner pressekontakt presskontakt contacto contatto contato yhteystiedot
        yhteyshenkilö iletişim контакт контакты контакти επικοινωνία الاتصال""",
    "editors": """notes note notas hinweise anmerkungen noter notater anteckningar huomautukset
        uwagi poznámky notlar примечания примітки σημειώσεις ملاحظات""",
    "signatures": """signed unterschriften firmas firme assinaturas handtekeningen underskrifter
        underskrifter allekirjoitukset podpisy imzalar подписи підписи υπογραφές""",
    "keywords": """tags mots-clés schlagwörter stichwörter palabras-clave parole-chiave
        palavras-chave trefwoorden nøgleord nøkkelord nyckelord avainsanat słowa-kluczowe
        klíčová-slova ключевые-слова ключові-слова""",
    "draft": """projet brouillon entwurf borrador proyecto bozza rascunho ontwerp concept udkast
        utkast luonnos projekt návrh taslak проект черновик проєкт чернетка σχέδιο مسودة""",
    "embargo": """embargoed sperrfrist sperrvermerk embargado klausuleret klausul sperrefrist
        эмбарго ембарго εμπάργκο حظر""",
    "theme": "style template look design",
    "symbol": "number reference référence aktenzeichen referencia riferimento referência",
    "contents": "toc inhalt inhaltsverzeichnis sommaire índice indice innehåll indhold sisällys",
    "abbreviations": "abréviations abkürzungen abreviaturas abbreviazioni förkortningar",
    "name": """nom nombre nome naam navn namn nimi imię jméno isim имя имʼя όνομα الاسم""",
    "office": """title position role function fonction titre amt funktion cargo carica
        função functie embede stilling ämbete befattning virka urząd stanowisko funkce úřad görev
        должность посада αξίωμα المنصب""",
    "organisation": """organization body organización organizzazione organização organisatie
        organisasjon organisaatio organizacja organizace kuruluş организация організація
        οργανισμός المنظمة""",
    "country": """pays land país paese país maa kraj země ülke страна країна χώρα
        الدولة البلد""",
    "party": "country organisation organization partei",
}
#: What authors may give a key, and where it belongs: what a statement does not say of itself is
#: said where it is built.
_BUILT = "say it where you build it: {}, or under {} in communique.yaml"
_NO_KEYS = {
    "say it in the theme, templates/themes/NAME.yaml (see docs/designers.md)": """logo emblem wappen
        crest arms escudo stemma letterhead briefkopf sender foot footer fusszeile colours colors
        colour color fonts font typeface css stylesheet justified""",
    _BUILT.format("--edition letter", "editions"): """edition editions ausgabe édition edición
        edizione utgave udgave upplaga paper papersize paper-size pagesize page-size papier format
        fontsize font-size geometry documentclass""",
    _BUILT.format("--output text", "outputs"): "output outputs",
    _BUILT.format("--languages en,fr", "languages"): "languages langues sprachen",
    _BUILT.format("--out release", "out"): "out output-folder",
}


def plain(text: str) -> str:
    """Return a text in small letters without accents, and with spaces in the place of hyphens."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(each for each in letters if not unicodedata.combining(each))
    return re.sub(r"[\W_]+", " ", kept).strip()


def keys(word: str) -> tuple[str, ...]:
    """Return the keys that are called by a `word` somewhere, none where nobody knows it."""
    return _keys().get(plain(word), ())


def belongs(word: str) -> str:
    """Return where a value belongs for which there is no key, or nothing."""
    found = (where for where, words in _NO_KEYS.items() if plain(word) in map(plain, words.split()))
    return next(found, "")


@cache
def _keys() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for key, words in WORDS.items():
        for word in map(plain, words.split()):
            found[word] = (*found.get(word, ()), key)
    return found

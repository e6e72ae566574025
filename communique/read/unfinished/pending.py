"""What stands in brackets where something is still missing, in the languages of the product."""

from __future__ import annotations

#: That something is to be confirmed, determined or completed: English first, then in the order of
#: the files of languages. A bar divides what one language has.
_PENDING = """tbc|tbd|to be confirmed|to be determined|to be decided|to be announced|to be completed
|to be added|to be inserted|to be agreed|to be checked|pending|insert|insert here|placeholder
|à confirmer|à déterminer|à définir|à préciser|à compléter|à vérifier|à insérer
|noch offen|offen|wird ergänzt|zu ergänzen|zu bestätigen|zu klären|noch zu klären|folgt|n. n.|n.n.
|por confirmar|por determinar|por definir|a confirmar|a definir|pendiente|por completar
|da confermare|da definire|da completare|da inserire|da verificare
|por preencher|a designar|a determinar
|te bevestigen|nog te bevestigen|nader te bepalen|nog in te vullen
|bekræftes senere|skal bekræftes|udfyldes|indsættes|følger|afventer
|må bekreftes|skal bekreftes|fylles ut|må stadfestast|skal stadfestast|fyllast ut
|ska bekräftas|att bekräfta|fylls i|infogas|kompletteras
|vahvistetaan myöhemmin|vahvistettava|täydennetään|lisätään
|staðfestist síðar|á eftir að staðfesta|kinnitamisel|täpsustamisel|lisatakse
|jāapstiprina|precizējams|tikslinama|bus patvirtinta|bus patikslinta
|do potwierdzenia|do ustalenia|do uzupełnienia|bude potvrzeno|bude doplněno|doplnit|upřesní se
|bude potvrdené|bude doplnené|doplniť|spresní sa|bo potrjeno|dopolniti
|bit će potvrđeno|potvrdit će se|dopuniti|biće potvrđeno|dopuniti
|ќе се потврди|да се дополни|подлежи на потвърждение|да се допълни|предстои
|будет уточнено|уточняется|подлежит уточнению|уточнить|вставить
|уточнюється|буде уточнено|підлягає уточненню|вставити
|προς επιβεβαίωση|εκκρεμεί|να συμπληρωθεί|teyit edilecek|belirlenecek|eklenecek
|megerősítendő|később|kitöltendő|pontosítandó|de confirmat|de stabilit|de completat
|për t’u konfirmuar|për t'u konfirmuar|të plotësohet|nach ze klären|gëtt bestätegt
|يؤكد لاحقا|يُحدد لاحقًا|يحدد لاحقا|قيد التأكيد|להשלמה|לאישור|ייקבע בהמשך
|未定|要確認|調整中|追記予定|待定|待确认|待補|待补充"""

#: What a form asks for, where it begins with a capital as names do.
_ASKED = """date|name|names|place|title|number|time|city|country|signature|text|url|link|photo
|contact|amount|year|month|day|venue|location|quote|organisation|organization|minister
|nom|noms|lieu|titre|numéro|heure|ville|pays|texte|montant|année|mois|jour
|datum|ort|titel|nummer|uhrzeit|stadt|land|unterschrift|betrag|jahr|monat|tag
|fecha|nombre|lugar|título|número|hora|ciudad|país|firma|importe|año|mes
|data|nome|luogo|titolo|numero|ora|città|paese|firma|importo|anno|mese
|local|cidade|assinatura|montante|ano|naam|plaats|handtekening|bedrag|jaar
|dato|navn|sted|tid|by|underskrift|beløb|år|måned|namn|plats|ort|belopp
|päivämäärä|päiväys|nimi|paikka|otsikko|summa|vuosi|dagsetning|nafn|staður
|kuupäev|koht|pealkiri|datums|vārds|vieta|nosaukums|vardas|vieta|pavadinimas
|imię|nazwisko|miejsce|tytuł|kwota|rok|jméno|místo|název|částka|meno|miesto|názov|suma
|ime|kraj|naslov|znesek|mjesto|iznos|mesto|датум|име|место|наслов|дата|име|място|заглавие|сума
|имя|место|название|время|імʼя|ім'я|місце|назва|час|ημερομηνία|όνομα|τόπος|τίτλος|ποσό
|tarih|isim|ad|yer|başlık|tutar|dátum|név|hely|cím|összeg|nume|loc|titlu|sumă
|emri|vendi|titulli|numm|plaz|التاريخ|الاسم|المكان|العنوان|تاريخ|اسم|תאריך|שם|מקום|כותרת
|日付|氏名|場所|日期|姓名|地点"""


def _listed(text: str) -> frozenset[str]:
    return frozenset(" ".join(each.split()).casefold() for each in text.split("|"))


#: Of both kinds, in small letters.
PENDING, ASKED = _listed(_PENDING), _listed(_ASKED)

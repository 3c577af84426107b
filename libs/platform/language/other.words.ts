import { fold } from './fold.js';
import { stemsOf } from './stems.js';

/**
 * What customers call the same thing, whatever they are customers of. A line is one thing, the English words for it and then the German ones: many
 * write English words in a German community. What means two things stands on both lines; of names only those that everybody shortens.
 */
const SAME = `
  delete remove erase clear | löschen entfernen
  disable deactivate stop prevent | deaktivieren abschalten ausschalten abstellen
  enable activate | aktivieren einschalten freischalten
  block ban blacklist | blockieren sperren
  lock locked | sperren gesperrt
  cancel terminate quit | kündigen stornieren widerrufen beenden kündigung storno
  change modify edit alter adjust update | ändern anpassen bearbeiten umstellen
  switch swap exchange replace | wechseln tauschen austauschen ersetzen umtauschen
  create make add new | erstellen anlegen hinzufügen neu
  choose select pick | wählen auswählen aussuchen
  find search locate look seek | finden suchen
  see view show display visible | sehen anzeigen zeigen ansehen sichtbar
  hide conceal invisible | verbergen verstecken ausblenden
  start begin launch open | starten beginnen anfangen öffnen
  finish complete done end | fertig beenden abschließen
  send forward transmit | senden schicken verschicken weiterleiten
  receive get arrive | erhalten bekommen ankommen
  reply respond answer response | antworten antwort erwidern
  allow permit permission authorize | erlauben berechtigung zulassen dürfen
  save store keep backup | speichern sichern sicherung backup
  copy duplicate clone | kopieren kopie
  restore recover retrieve | wiederherstellen
  merge combine join unite | zusammenführen verbinden vereinen
  split separate divide | trennen aufteilen
  link connect connection pair | verbinden verbindung koppeln
  disconnect unlink | trennen
  increase raise more larger bigger | erhöhen vergrößern
  decrease reduce lower lessen | senken verringern reduzieren verkleinern
  limit restrict maximum cap | limit begrenzen beschränken maximum grenze
  check verify confirm validate | prüfen überprüfen bestätigen kontrollieren
  test try trial | testen probieren probe
  repair fix mend solve | reparieren beheben lösen
  reset restart reboot | zurücksetzen neustart neustarten
  install setup configure configuration | installieren einrichten konfigurieren einstellen
  setting option preference | einstellung option
  share publish post | teilen veröffentlichen
  import load upload | importieren hochladen laden
  export download | exportieren herunterladen runterladen download
  update upgrade version | update aktualisieren aktualisierung version
  sort order arrange | sortieren ordnen anordnen
  convert transform turn | umwandeln konvertieren
  count number amount quantity | anzahl zahl menge
  calculate compute measure | berechnen rechnen messen
  notify notification alert remind reminder | benachrichtigung benachrichtigen melden hinweis erinnerung
  contact reach call support | kontakt kontaktieren erreichen anrufen
  help assist support service | hilfe support service
  complain complaint | beschwerde reklamation reklamieren beschweren
  error fail failure failed crash | fehler fehlermeldung absturz abstürzen
  problem issue trouble difficulty | problem schwierigkeit störung
  broken defective faulty damaged | kaputt defekt beschädigt
  lose lost missing gone disappear | verlieren verloren fehlen weg verschwunden
  stolen theft steal | gestohlen diebstahl geklaut
  wrong incorrect mistake | falsch irrtum versehen
  slow lag sluggish | langsam ruckeln
  fast quick speed rapid | schnell geschwindigkeit tempo
  wait delay late pending | warten verzögerung verspätet verspätung
  long duration take | dauer dauern lange
  early first oldest earliest initial | erster ältester früh
  latest newest recent last | letzter neuester
  automatic automatically auto | automatisch
  often frequently regularly | oft häufig regelmäßig
  several multiple many | mehrere viele
  whole entire complete all | ganz komplett gesamt vollständig
  big large huge | groß
  free gratis | kostenlos gratis umsonst
  safe secure security protect | sicher sicherheit schützen schutz
  danger risk threat dangerous | gefahr risiko gefährlich
  private privacy confidential | privat datenschutz vertraulich
  spy read intercept eavesdrop | mitlesen abhören
  encrypt encryption | verschlüsseln verschlüsselung
  account profile acc | konto account profil benutzerkonto kundenkonto
  login logon signin | anmelden einloggen login anmeldung
  logout signout | abmelden ausloggen
  register signup enroll | registrieren registrierung
  password passcode pwd | passwort kennwort
  pin code passcode | pin code
  user member person people | nutzer benutzer mitglied person
  friend buddy contact | freund kontakt
  name title | name titel
  mail email message msg | mail email nachricht
  sms text message | sms nachricht
  chat talk conversation thread | chat gespräch unterhaltung
  phone mobile cell cellphone smartphone handset | handy telefon smartphone mobiltelefon
  computer pc laptop notebook desktop | computer pc rechner laptop notebook
  device gadget machine appliance | gerät
  app application program software | app programm anwendung software
  web website site online internet webpage | internet webseite website seite online netz
  wifi wlan wireless | wlan wifi funknetz
  network net | netzwerk netz
  mobile roaming abroad foreign | ausland roaming
  link url address | link url adresse
  picture photo image pic photograph | bild foto
  video clip film movie | video film
  music song audio sound | musik lied ton audio
  volume loud | lautstärke laut
  file document doc | datei dokument
  folder directory | ordner verzeichnis
  list table sheet | liste tabelle
  label tag mark flag category | schlagwort markierung markieren kategorie
  page screen window | seite bildschirm fenster
  font style format formatting | schrift format formatierung
  language translate translation | sprache übersetzen übersetzung
  keyboard key shortcut | tastatur taste
  memory storage space disk | speicher speicherplatz
  battery power charge | akku batterie strom
  calendar schedule appointment event | kalender termin
  date day time | datum tag zeit
  place location position where | ort standort
  country nation abroad state | land ausland
  usa us america american | usa amerika
  address residence | adresse anschrift wohnort
  move relocate | umziehen umzug
  home house flat apartment | haus wohnung zuhause
  work job office | arbeit büro
  company business firm commercial | firma unternehmen gewerblich
  customer client | kunde
  buy purchase order | kaufen kauf bestellen bestellung
  sell sale | verkaufen verkauf
  shop store retailer | laden geschäft shop händler
  product item article goods | produkt artikel ware
  price cost fee charge expense | preis kosten gebühr
  pay payment paid | zahlen bezahlen zahlung
  money cash fund | geld bargeld
  refund reimburse reimbursement moneyback | erstattung rückerstattung erstatten rückzahlung
  return | rücksendung zurückschicken retoure rückgabe
  bill invoice receipt | rechnung beleg quittung
  discount coupon voucher promo promotion offer | rabatt gutschein aktion angebot
  transfer transaction | überweisung überweisen transaktion
  exchange rate conversion currency | wechselkurs währung
  card creditcard debit | karte kreditkarte
  deposit topup credit | einzahlung aufladen guthaben
  withdraw withdrawal payout | auszahlung abheben auszahlen
  decline reject refuse deny declined | ablehnen abgelehnt verweigern
  delivery deliver ship shipping shipment dispatch courier | lieferung liefern versand zustellung zustellen
  parcel package | paket sendung
  track tracking trace | verfolgen sendungsverfolgung
  contract subscription plan membership tariff | vertrag abo abonnement tarif
  warranty guarantee | garantie gewährleistung
  size dimension measurement | größe maß
  quality grade | qualität
  use usage benefit | nutzen nutzung verwenden
  ingredient content contain | inhalt inhaltsstoff enthalten
  doctor physician | arzt doktor
  illness disease sickness infection | krankheit erkrankung infektion
  medicine drug medication | medikament arznei
  child kid baby | kind baby
  weight fat slim | gewicht abnehmen
  rule regulation law | regel vorschrift gesetz
  spam junk | spam werbung
  facebook fb
  youtube yt
  instagram insta ig
  whatsapp wa
`;

const OTHERS = new Map<string, ReadonlySet<string>>();

for (const line of SAME.trim().split('\n')) {
  const [english, german] = line.split('|').map((words) => words.trim().split(/\s+/).map(fold));
  const stems = new Set([...english!.map((word) => stemsOf(word, 'en')[0]!), ...(german ?? []).map((word) => stemsOf(word, 'de')[0]!)]);
  for (const stem of stems) OTHERS.set(stem, new Set([...(OTHERS.get(stem) ?? []), ...stems].filter((other) => other !== stem)));
}

/** The stems of what else people say for it, in both languages: rather too many than too few, as each counts for little. */
export function otherWords(stem: string): ReadonlySet<string> {
  return OTHERS.get(stem) ?? NONE;
}

const NONE: ReadonlySet<string> = new Set();

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>Pages</name>
        <message>
            <source>Board</source>
            <translation>Tafel</translation>
        </message>
        <message>
            <source>Intervals</source>
            <translation>Intervalle</translation>
        </message>
        <message>
            <source>KPIs</source>
            <translation>Kennzahlen</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>Linien</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>Plan</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Quellen</translation>
        </message>
    </context>
    <context>
        <name>board</name>
        <message>
            <source> and </source>
            <translation> und </translation>
        </message>
        <message>
            <source>/h</source>
            <translation>/h</translation>
        </message>
        <message>
            <source>1 day</source>
            <translation>1 Tag</translation>
        </message>
        <message>
            <source>1 earlier interval</source>
            <translation>1 früheres Intervall</translation>
        </message>
        <message>
            <source>1 h</source>
            <translation>1 h</translation>
        </message>
        <message>
            <source>1 week</source>
            <translation>1 Woche</translation>
        </message>
        <message>
            <source>15 min</source>
            <translation>15 min</translation>
        </message>
        <message>
            <source>5 min</source>
            <translation>5 min</translation>
        </message>
        <message>
            <source>A name has at most {n} letters; this one has {m}.</source>
            <translation>Ein Name hat höchstens {n} Zeichen; dieser hat {m}.</translation>
        </message>
        <message>
            <source>A range has a lowest and a highest value.</source>
            <translation>Ein Bereich hat einen kleinsten und einen größten Wert.</translation>
        </message>
        <message>
            <source>A rate is more than nothing; erase it for the standard rate.</source>
            <translation>Eine Rate ist größer als null; für die Standardrate löschen.</translation>
        </message>
        <message>
            <source>A run ends after it starts: choose a later end or an earlier start.</source>
            <translation>Ein Lauf endet nach seinem Beginn: späteres Ende oder früheren Beginn wählen.</translation>
        </message>
        <message>
            <source>A shift ends after it starts: choose a later end or an earlier start.</source>
            <translation>Eine Schicht endet nach ihrem Beginn: späteres Ende oder früheren Beginn wählen.</translation>
        </message>
        <message>
            <source>A shift lasts at most 24 hours.</source>
            <translation>Eine Schicht dauert höchstens 24 Stunden.</translation>
        </message>
        <message>
            <source>A source of data fails</source>
            <translation>Eine Datenquelle fällt aus</translation>
        </message>
        <message>
            <source>Actions</source>
            <translation>Maßnahmen</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>Person hinzufügen</translation>
        </message>
        <message>
            <source>Add a reason</source>
            <translation>Grund hinzufügen</translation>
        </message>
        <message>
            <source>Add days not worked</source>
            <translation>Freie Tage hinzufügen</translation>
        </message>
        <message>
            <source>Add detail</source>
            <translation>Ergänzen</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>Administrator</translation>
        </message>
        <message>
            <source>All others</source>
            <translation>Alle übrigen</translation>
        </message>
        <message>
            <source>Another board</source>
            <translation>Andere Tafel</translation>
        </message>
        <message>
            <source>As before</source>
            <translation>Wie zuvor</translation>
        </message>
        <message>
            <source>At best</source>
            <translation>Bestenfalls</translation>
        </message>
        <message>
            <source>At least</source>
            <translation>Mindestens</translation>
        </message>
        <message>
            <source>At most</source>
            <translation>Höchstens</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>CSV files</source>
            <translation>CSV-Dateien</translation>
        </message>
        <message>
            <source>Cancel the shift</source>
            <translation>Schicht streichen</translation>
        </message>
        <message>
            <source>Capitals</source>
            <translation>Großbuchstaben</translation>
        </message>
        <message>
            <source>Caps</source>
            <translation>Verschlüsse</translation>
        </message>
        <message>
            <source>Changed on this wall</source>
            <translation>An dieser Tafel geändert</translation>
        </message>
        <message>
            <source>Changeover</source>
            <translation>Rüsten</translation>
        </message>
        <message>
            <source>Changeover to {product}</source>
            <translation>Rüsten auf {product}</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>Änderungen</translation>
        </message>
        <message>
            <source>Choose a group, or type a new one.</source>
            <translation>Eine Gruppe wählen oder eine neue eingeben.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Kommentar</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>Zählen</translation>
        </message>
        <message>
            <source>Crew</source>
            <translation>Besetzung</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>Days before {day} keep the target they had.</source>
            <translation>Tage davor ({day}) behalten ihr Ziel.</translation>
        </message>
        <message>
            <source>Days not worked</source>
            <translation>Freie Tage</translation>
        </message>
        <message>
            <source>Deviation</source>
            <translation>Abweichung</translation>
        </message>
        <message>
            <source>Deviations</source>
            <translation>Abweichungen</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Duration</source>
            <translation>Dauer</translation>
        </message>
        <message>
            <source>Ends</source>
            <translation>Ende</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Eintragen</translation>
        </message>
        <message>
            <source>Enter or correct</source>
            <translation>Eintragen, korrigieren</translation>
        </message>
        <message>
            <source>Entered and logged</source>
            <translation>Eingetragen und erfasst</translation>
        </message>
        <message>
            <source>Erase</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Events, {day}</source>
            <translation>Ereignisse, {day}</translation>
        </message>
        <message>
            <source>Every gap has its reason.</source>
            <translation>Jede Abweichung hat ihren Grund.</translation>
        </message>
        <message>
            <source>Failing since {time}: {sentence}</source>
            <translation>Fällt aus seit {time}: {sentence}</translation>
        </message>
        <message>
            <source>Filler</source>
            <translation>Füller</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Erster Tag</translation>
        </message>
        <message>
            <source>First of next month</source>
            <translation>Monatsanfang</translation>
        </message>
        <message>
            <source>Fiscal year {year}</source>
            <translation>Geschäftsjahr {year}</translation>
        </message>
        <message>
            <source>Footer</source>
            <translation>Fußzeile</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Ab</translation>
        </message>
        <message>
            <source>Give the reason</source>
            <translation>Grund angeben</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <source>Header</source>
            <translation>Kopfzeile</translation>
        </message>
        <message>
            <source>Highest</source>
            <translation>Größter</translation>
        </message>
        <message>
            <source>Hold to review {span}</source>
            <translation>Halten, um {span} zu prüfen</translation>
        </message>
        <message>
            <source>Hourly detail</source>
            <translation>Stunden</translation>
        </message>
        <message>
            <source>Hourly detail today</source>
            <translation>Stunden heute</translation>
        </message>
        <message>
            <source>How many {unit} more?</source>
            <translation>Wie viele {unit} mehr?</translation>
        </message>
        <message>
            <source>How much</source>
            <translation>Wie viel</translation>
        </message>
        <message>
            <source>How much was it?</source>
            <translation>Wie viel war es?</translation>
        </message>
        <message>
            <source>Icon</source>
            <translation>Symbol</translation>
        </message>
        <message>
            <source>In words</source>
            <translation>In Worten</translation>
        </message>
        <message>
            <source>Intervals</source>
            <translation>Intervalle</translation>
        </message>
        <message>
            <source>Intervals of every line</source>
            <translation>Intervalle aller Linien</translation>
        </message>
        <message>
            <source>Intervals of {line}</source>
            <translation>Intervalle von {line}</translation>
        </message>
        <message>
            <source>It answers, but has told nothing newer than {time}</source>
            <translation>Antwortet, hat aber nichts Neueres als {time} gemeldet</translation>
        </message>
        <message>
            <source>It ends before it starts.</source>
            <translation>Es endet vor dem Beginn.</translation>
        </message>
        <message>
            <source>It is the target of a day; the plans of months stay.</source>
            <translation>Es ist das Ziel eines Tages; die Monatspläne bleiben.</translation>
        </message>
        <message>
            <source>It lasts {n}.</source>
            <translation>Dauer {n}.</translation>
        </message>
        <message>
            <source>It takes the place of what was planned for this time.</source>
            <translation>Es ersetzt, was für diese Zeit geplant war.</translation>
        </message>
        <message>
            <source>JOP</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>KPI</source>
            <translation>Kennzahl</translation>
        </message>
        <message>
            <source>KPIs</source>
            <translation>Kennzahlen</translation>
        </message>
        <message>
            <source>KPIs {span} of {n}</source>
            <translation>{span} von {n}</translation>
        </message>
        <message>
            <source>KPIs, fiscal year {year}</source>
            <translation>Kennzahlen, Geschäftsjahr {year}</translation>
        </message>
        <message>
            <source>KPIs, year {year}</source>
            <translation>Kennzahlen, Jahr {year}</translation>
        </message>
        <message>
            <source>Labeller</source>
            <translation>Etikettierer</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Letzter Tag</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>Buchstabe</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>Buchstaben</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>Linien</translation>
        </message>
        <message>
            <source>Log a deviation</source>
            <translation>Abweichung erfassen</translation>
        </message>
        <message>
            <source>Lowest</source>
            <translation>Kleinster</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>Gefertigt</translation>
        </message>
        <message>
            <source>Met so far: {why}</source>
            <translation>Bisher erreicht: {why}</translation>
        </message>
        <message>
            <source>Met: {why}</source>
            <translation>Erreicht: {why}</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>Minuten</translation>
        </message>
        <message>
            <source>Missed because {why}</source>
            <translation>Verfehlt: {why}</translation>
        </message>
        <message>
            <source>Missed so far: {why}</source>
            <translation>Bisher verfehlt: {why}</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Mehr</translation>
        </message>
        <message>
            <source>More figures</source>
            <translation>Weitere Zahlen</translation>
        </message>
        <message>
            <source>More lines</source>
            <translation>Weitere Linien</translation>
        </message>
        <message>
            <source>More reasons</source>
            <translation>Weitere Gründe</translation>
        </message>
        <message>
            <source>More than eight reasons on {lines}: the rarest stand behind the last tile.</source>
            <translation>Mehr als acht Gründe bei {lines}: Die seltensten stehen hinter der letzten Kachel.</translation>
        </message>
        <message>
            <source>More than eight reasons: the rarest stand behind the last tile.</source>
            <translation>Mehr als acht Gründe: Die seltensten stehen hinter der letzten Kachel.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Need</source>
            <translation>Nötig</translation>
        </message>
        <message>
            <source>Newer</source>
            <translation>Neuere</translation>
        </message>
        <message>
            <source>Next KPIs</source>
            <translation>Nächste Kennzahlen</translation>
        </message>
        <message>
            <source>Next Monday</source>
            <translation>Nächster Montag</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>Nächste Seite</translation>
        </message>
        <message>
            <source>No KPIs are set up</source>
            <translation>Es sind keine Kennzahlen eingerichtet</translation>
        </message>
        <message>
            <source>No KPIs yet: the plant file names them.</source>
            <translation>Noch keine Kennzahlen: Die Werksdatei nennt sie.</translation>
        </message>
        <message>
            <source>No days off ahead.</source>
            <translation>Keine freien Tage in Sicht.</translation>
        </message>
        <message>
            <source>No event</source>
            <translation>Kein Ereignis</translation>
        </message>
        <message>
            <source>No event on this day</source>
            <translation>Kein Ereignis an diesem Tag</translation>
        </message>
        <message>
            <source>No event so far</source>
            <translation>Bisher kein Ereignis</translation>
        </message>
        <message>
            <source>No letters are set up</source>
            <translation>Es sind keine Buchstaben eingerichtet</translation>
        </message>
        <message>
            <source>No lines yet: the plant file names them.</source>
            <translation>Noch keine Linien: Die Werksdatei nennt sie.</translation>
        </message>
        <message>
            <source>No people are named in the plant file.</source>
            <translation>In der Werksdatei sind keine Personen genannt.</translation>
        </message>
        <message>
            <source>No product named</source>
            <translation>Kein Produkt genannt</translation>
        </message>
        <message>
            <source>No quantity is left. Take the reason back instead.</source>
            <translation>Es bleibt keine Menge. Stattdessen den Grund zurücknehmen.</translation>
        </message>
        <message>
            <source>No reason given</source>
            <translation>Kein Grund genannt</translation>
        </message>
        <message>
            <source>No reasons yet. Add the first one.</source>
            <translation>Noch keine Gründe. Den ersten hinzufügen.</translation>
        </message>
        <message>
            <source>No shift</source>
            <translation>Keine Schicht</translation>
        </message>
        <message>
            <source>No shift on any line</source>
            <translation>Auf keiner Linie eine Schicht</translation>
        </message>
        <message>
            <source>No shift today, and nothing planned.</source>
            <translation>Heute keine Schicht, und nichts geplant.</translation>
        </message>
        <message>
            <source>No source of data</source>
            <translation>Keine Datenquelle</translation>
        </message>
        <message>
            <source>No value</source>
            <translation>Kein Wert</translation>
        </message>
        <message>
            <source>Nobody can be named yet. Add the first one.</source>
            <translation>Noch ist niemand benannt. Die erste Person hinzufügen.</translation>
        </message>
        <message>
            <source>Nobody has entered anything for this day</source>
            <translation>Für diesen Tag hat niemand etwas eingetragen</translation>
        </message>
        <message>
            <source>Nobody works on this day</source>
            <translation>An diesem Tag arbeitet niemand</translation>
        </message>
        <message>
            <source>Not entered: {names}</source>
            <translation>Nicht eingetragen: {names}</translation>
        </message>
        <message>
            <source>Not everything was entered for this day</source>
            <translation>Für diesen Tag wurde nicht alles eingetragen</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Jetzt nicht</translation>
        </message>
        <message>
            <source>Not read now: the program that reads it fell</source>
            <translation>Wird gerade nicht gelesen: Das lesende Programm ist ausgefallen</translation>
        </message>
        <message>
            <source>Not read now: the program that reads it fell and is started again at {time}</source>
            <translation>Wird gerade nicht gelesen: Das lesende Programm ist ausgefallen und startet um {time} neu</translation>
        </message>
        <message>
            <source>Not usable: {sentence}</source>
            <translation>Nicht verwendbar: {sentence}</translation>
        </message>
        <message>
            <source>Not worked: {days}</source>
            <translation>Arbeitsfrei: {days}</translation>
        </message>
        <message>
            <source>Nothing has been changed: everything is as the plant file says.</source>
            <translation>Nichts wurde geändert: Alles ist, wie es in der Werksdatei steht.</translation>
        </message>
        <message>
            <source>Nothing has come since {time}</source>
            <translation>Seit {time} ist nichts gekommen</translation>
        </message>
        <message>
            <source>Nothing is different yet.</source>
            <translation>Noch ist nichts geändert.</translation>
        </message>
        <message>
            <source>Nothing is different yet: choose another start or end.</source>
            <translation>Noch ist nichts geändert: anderen Beginn oder anderes Ende wählen.</translation>
        </message>
        <message>
            <source>Nothing planned: the standard rate holds.</source>
            <translation>Nichts geplant: Es gilt die Standardrate.</translation>
        </message>
        <message>
            <source>Nothing waiting</source>
            <translation>Nichts offen</translation>
        </message>
        <message>
            <source>Nothing was entered so far</source>
            <translation>Bisher wurde nichts eingetragen</translation>
        </message>
        <message>
            <source>Now {aim}</source>
            <translation>Jetzt {aim}</translation>
        </message>
        <message>
            <source>OEE {figures}</source>
            <translation>OEE {figures}</translation>
        </message>
        <message>
            <source>Older</source>
            <translation>Ältere</translation>
        </message>
        <message>
            <source>Operator</source>
            <translation>Bediener</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Auftrag</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Anderes</translation>
        </message>
        <message>
            <source>Palletiser</source>
            <translation>Palettierer</translation>
        </message>
        <message>
            <source>Past figures are being read in</source>
            <translation>Frühere Werte werden eingelesen</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Plan a changeover</source>
            <translation>Rüsten planen</translation>
        </message>
        <message>
            <source>Plan a run</source>
            <translation>Lauf planen</translation>
        </message>
        <message>
            <source>Previous KPIs</source>
            <translation>Vorige Kennzahlen</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>Vorige Seite</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>Produkt</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>Qualität</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>Menge</translation>
        </message>
        <message>
            <source>Quantity and crew are more than nothing; erase what is not known.</source>
            <translation>Menge und Besetzung sind größer als null; Unbekanntes löschen.</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>Rate</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Reasons</source>
            <translation>Gründe</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Rolle</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>Lauf</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Saved: {what}</source>
            <translation>Gespeichert: {what}</translation>
        </message>
        <message>
            <source>Say from which day the target holds.</source>
            <translation>Bitte angeben, ab welchem Tag das Ziel gilt.</translation>
        </message>
        <message>
            <source>Say the first and the last day.</source>
            <translation>Bitte den ersten und den letzten Tag angeben.</translation>
        </message>
        <message>
            <source>Say what is made: a product, an order, a rate or a quantity.</source>
            <translation>Bitte angeben, was gefertigt wird: Produkt, Auftrag, Rate oder Menge.</translation>
        </message>
        <message>
            <source>Say when the changeover starts and how long it lasts.</source>
            <translation>Bitte angeben, wann das Rüsten beginnt und wie lange es dauert.</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>Schicht</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Quellen</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Leerzeichen</translation>
        </message>
        <message>
            <source>Starts</source>
            <translation>Beginn</translation>
        </message>
        <message>
            <source>Supervisor</source>
            <translation>Meister</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Widerrufen</translation>
        </message>
        <message>
            <source>Take off</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Taken back: {what}</source>
            <translation>Zurückgenommen: {what}</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Ziel</translation>
        </message>
        <message>
            <source>Targets</source>
            <translation>Ziele</translation>
        </message>
        <message>
            <source>Team leader</source>
            <translation>Teamleiter</translation>
        </message>
        <message>
            <source>That would leave {n} {unit}. A count cannot fall below zero.</source>
            <translation>Damit blieben {n} {unit}. Eine Zählung kann nicht unter null fallen.</translation>
        </message>
        <message>
            <source>The board was restarted after a fault</source>
            <translation>Die Tafel wurde nach einem Fehler neu gestartet</translation>
        </message>
        <message>
            <source>The changed plant has errors; the last good one stays</source>
            <translation>Die geänderte Werksdatei hat Fehler; die letzte gute gilt weiter</translation>
        </message>
        <message>
            <source>The clock of this screen may be wrong; recording goes on</source>
            <translation>Die Uhr dieses Bildschirms geht vielleicht falsch; es wird weiter erfasst</translation>
        </message>
        <message>
            <source>The database was damaged; it was kept aside and a new one begun</source>
            <translation>Die Datenbank war beschädigt; sie wurde beiseitegelegt und eine neue begonnen</translation>
        </message>
        <message>
            <source>The device is gone: {names}</source>
            <translation>Das Gerät ist weg: {names}</translation>
        </message>
        <message>
            <source>The disk is nearly full: make room</source>
            <translation>Die Festplatte ist fast voll: Platz schaffen</translation>
        </message>
        <message>
            <source>The disk refuses: taps cannot be kept now</source>
            <translation>Die Festplatte nimmt nichts an: Eingaben nicht gesichert</translation>
        </message>
        <message>
            <source>The journal keeps a number in the place of the name.</source>
            <translation>Im Journal steht statt des Namens eine Nummer.</translation>
        </message>
        <message>
            <source>The lowest value is above the highest: change one of the two.</source>
            <translation>Der kleinste Wert liegt über dem größten: einen von beiden ändern.</translation>
        </message>
        <message>
            <source>The plant file has no [[source]] table: counts are typed by hand</source>
            <translation>Die Werksdatei hat keine Tabelle [[source]]: Mengen werden von Hand eingegeben</translation>
        </message>
        <message>
            <source>The program that reads them has run since {time}</source>
            <translation>Das lesende Programm läuft seit {time}</translation>
        </message>
        <message>
            <source>The program that reads {sources} has run since {time}</source>
            <translation>Das Programm, das {sources} liest, läuft seit {time}</translation>
        </message>
        <message>
            <source>The whole site</source>
            <translation>Das ganze Werk</translation>
        </message>
        <message>
            <source>There is a reason of this name already.</source>
            <translation>Es gibt schon einen Grund mit diesem Namen.</translation>
        </message>
        <message>
            <source>They are neither green nor red, and nothing is due on them.</source>
            <translation>Sie sind weder grün noch rot, und nichts ist an ihnen fällig.</translation>
        </message>
        <message>
            <source>This day is still to come</source>
            <translation>Dieser Tag kommt noch</translation>
        </message>
        <message>
            <source>This letter has no KPI</source>
            <translation>Dieser Buchstabe hat keine Kennzahl</translation>
        </message>
        <message>
            <source>This line has no reasons yet. The plant file names them.</source>
            <translation>Diese Linie hat noch keine Gründe. Die Werksdatei nennt sie.</translation>
        </message>
        <message>
            <source>This target holds on that day already: type another one.</source>
            <translation>Dieses Ziel gilt an dem Tag schon: ein anderes eingeben.</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Bis</translation>
        </message>
        <message>
            <source>To which product</source>
            <translation>Auf welches Produkt</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Heute</translation>
        </message>
        <message>
            <source>Today’s plan</source>
            <translation>Plan von heute</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>Morgen</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Eingeben</translation>
        </message>
        <message>
            <source>Type another</source>
            <translation>Andere eingeben</translation>
        </message>
        <message>
            <source>Type the name of the person.</source>
            <translation>Bitte den Namen der Person eingeben.</translation>
        </message>
        <message>
            <source>Type the name of the reason.</source>
            <translation>Bitte den Namen des Grundes eingeben.</translation>
        </message>
        <message>
            <source>Type the target.</source>
            <translation>Bitte das Ziel eingeben.</translation>
        </message>
        <message>
            <source>Type why these days are not worked.</source>
            <translation>Bitte angeben, warum nicht gearbeitet wird.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Until then the target of a day comes with its figures.</source>
            <translation>Bis dahin kommt das Ziel eines Tages mit seinen Zahlen.</translation>
        </message>
        <message>
            <source>Until then the targets of its lines make it.</source>
            <translation>Bis dahin ergibt es sich aus den Zielen der Linien.</translation>
        </message>
        <message>
            <source>Until {time}. The plan asks for no output in this time.</source>
            <translation>Bis {time}. In dieser Zeit verlangt das Soll keine Menge.</translation>
        </message>
        <message>
            <source>Usually {span}.</source>
            <translation>Üblich {span}.</translation>
        </message>
        <message>
            <source>Watch so far: {why}</source>
            <translation>Bisher beobachten: {why}</translation>
        </message>
        <message>
            <source>Watch: {why}</source>
            <translation>Beobachten: {why}</translation>
        </message>
        <message>
            <source>What do you enter?</source>
            <translation>Was wird eingetragen?</translation>
        </message>
        <message>
            <source>What does the line make, and when?</source>
            <translation>Was fertigt die Linie, und wann?</translation>
        </message>
        <message>
            <source>What is different today?</source>
            <translation>Was ist heute anders?</translation>
        </message>
        <message>
            <source>What may a miss be due to?</source>
            <translation>Woran kann eine Abweichung liegen?</translation>
        </message>
        <message>
            <source>What was logged under its old name takes the new one.</source>
            <translation>Was unter dem alten Namen erfasst ist, bekommt den neuen.</translation>
        </message>
        <message>
            <source>What went wrong?</source>
            <translation>Was lief schief?</translation>
        </message>
        <message>
            <source>What went wrong? Say it in words.</source>
            <translation>Was lief schief? Bitte in Worten.</translation>
        </message>
        <message>
            <source>When does the shift start and end today?</source>
            <translation>Wann beginnt und endet die Schicht heute?</translation>
        </message>
        <message>
            <source>When is the changeover, and how long?</source>
            <translation>Wann ist das Rüsten, und wie lange?</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Wo</translation>
        </message>
        <message>
            <source>Which board?</source>
            <translation>Welche Tafel?</translation>
        </message>
        <message>
            <source>Which days are not worked?</source>
            <translation>An welchen Tagen wird nicht gearbeitet?</translation>
        </message>
        <message>
            <source>Which language?</source>
            <translation>Welche Sprache?</translation>
        </message>
        <message>
            <source>Which reason changes?</source>
            <translation>Welcher Grund ändert sich?</translation>
        </message>
        <message>
            <source>Which target changes?</source>
            <translation>Welches Ziel ändert sich?</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Wer</translation>
        </message>
        <message>
            <source>Who comes, goes or changes?</source>
            <translation>Wer kommt, geht oder wechselt?</translation>
        </message>
        <message>
            <source>Who is new at this board?</source>
            <translation>Wer ist neu an dieser Tafel?</translation>
        </message>
        <message>
            <source>Why, {day}</source>
            <translation>Warum, {day}</translation>
        </message>
        <message>
            <source>With this: {what}.</source>
            <translation>Damit: {what}.</translation>
        </message>
        <message>
            <source>Worked after all</source>
            <translation>Doch Arbeitstag</translation>
        </message>
        <message>
            <source>Worked after all: {days}</source>
            <translation>Doch Arbeitstage: {days}</translation>
        </message>
        <message>
            <source>YTD</source>
            <translation>kum.</translation>
        </message>
        <message>
            <source>Year {year}</source>
            <translation>Jahr {year}</translation>
        </message>
        <message>
            <source>a count is missing</source>
            <translation>eine Zählung fehlt</translation>
        </message>
        <message>
            <source>action verified</source>
            <translation>Maßnahme wirksam</translation>
        </message>
        <message>
            <source>actual</source>
            <translation>Ist</translation>
        </message>
        <message>
            <source>ahead of plan</source>
            <translation>über Soll</translation>
        </message>
        <message>
            <source>ahead of plan by</source>
            <translation>über Soll um</translation>
        </message>
        <message numerus="yes">
            <source>all {n} are being read</source>
            <extracomment>it is being read</extracomment>
            <translation>
                <numerusform>sie wird gelesen</numerusform>
                <numerusform>alle {n} werden gelesen</numerusform>
            </translation>
        </message>
        <message>
            <source>all {n} explained</source>
            <translation>alle {n} erklärt</translation>
        </message>
        <message>
            <source>an hour</source>
            <translation>pro Stunde</translation>
        </message>
        <message>
            <source>and {n} more</source>
            <translation>und {n} weitere</translation>
        </message>
        <message numerus="yes">
            <source>and {n} more lines, {behind} of them behind</source>
            <extracomment>and {n} more line, {behind} of them behind</extracomment>
            <translation>
                <numerusform>und {n} weitere Linie, davon {behind} im Rückstand</numerusform>
                <numerusform>und {n} weitere Linien, davon {behind} im Rückstand</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and {n} more programs</source>
            <extracomment>and {n} more program</extracomment>
            <translation>
                <numerusform>und {n} weiteres Programm</numerusform>
                <numerusform>und {n} weitere Programme</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and {n} more sources</source>
            <extracomment>and {n} more source</extracomment>
            <translation>
                <numerusform>und {n} weitere Quelle</numerusform>
                <numerusform>und {n} weitere Quellen</numerusform>
            </translation>
        </message>
        <message>
            <source>answered {time}</source>
            <translation>Antwort {time}</translation>
        </message>
        <message>
            <source>as a ratio of sums</source>
            <translation>als Verhältnis der Summen</translation>
        </message>
        <message>
            <source>as a sum</source>
            <translation>als Summe</translation>
        </message>
        <message>
            <source>as planned</source>
            <translation>wie geplant</translation>
        </message>
        <message>
            <source>as the last value</source>
            <translation>als letzter Wert</translation>
        </message>
        <message>
            <source>as the worst value</source>
            <translation>als schlechtester Wert</translation>
        </message>
        <message>
            <source>as usual</source>
            <translation>wie üblich</translation>
        </message>
        <message>
            <source>at the end</source>
            <translation>am Ende</translation>
        </message>
        <message>
            <source>at {time}</source>
            <translation>um {time}</translation>
        </message>
        <message>
            <source>best gap at the end</source>
            <translation>beste Differenz am Ende</translation>
        </message>
        <message>
            <source>best proven {rate}</source>
            <translation>Bestleistung {rate}</translation>
        </message>
        <message>
            <source>billion {unit}</source>
            <translation>Mrd. {unit}</translation>
        </message>
        <message>
            <source>broker, MQTT</source>
            <translation>Broker, MQTT</translation>
        </message>
        <message>
            <source>by line</source>
            <translation>je Linie</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>gestrichen</translation>
        </message>
        <message>
            <source>cancelled {day}</source>
            <translation>{day} gestrichen</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>abgeschlossen</translation>
        </message>
        <message>
            <source>closed {when}</source>
            <translation>abgeschlossen {when}</translation>
        </message>
        <message>
            <source>closes in {n} s</source>
            <translation>schließt in {n} s</translation>
        </message>
        <message>
            <source>complete up to {time}</source>
            <translation>alles gemeldet bis {time}</translation>
        </message>
        <message>
            <source>correct the plan</source>
            <translation>Soll korrigieren</translation>
        </message>
        <message>
            <source>count {change} {unit}</source>
            <translation>Zählung {change} {unit}</translation>
        </message>
        <message>
            <source>countermeasure</source>
            <translation>Gegenmaßnahme</translation>
        </message>
        <message>
            <source>countermeasure open</source>
            <translation>Gegenmaßnahme offen</translation>
        </message>
        <message>
            <source>countermeasure overdue</source>
            <translation>Gegenmaßnahme überfällig</translation>
        </message>
        <message>
            <source>countermeasure verified</source>
            <translation>Gegenmaßnahme wirksam</translation>
        </message>
        <message>
            <source>crew {n}</source>
            <translation>Team {n}</translation>
        </message>
        <message>
            <source>cumulative</source>
            <translation>kumuliert</translation>
        </message>
        <message>
            <source>data {age} old</source>
            <translation>Daten {age} alt</translation>
        </message>
        <message>
            <source>database, SQL</source>
            <translation>Datenbank, SQL</translation>
        </message>
        <message numerus="yes">
            <source>days</source>
            <extracomment>day</extracomment>
            <translation>
                <numerusform>Tag</numerusform>
                <numerusform>Tage</numerusform>
            </translation>
        </message>
        <message>
            <source>days met</source>
            <translation>Tage erreicht</translation>
        </message>
        <message>
            <source>delta</source>
            <translation>Differenz</translation>
        </message>
        <message>
            <source>demo, invented values</source>
            <translation>Demo, erfundene Werte</translation>
        </message>
        <message>
            <source>details</source>
            <translation>Einzelheiten</translation>
        </message>
        <message>
            <source>due today</source>
            <translation>heute fällig</translation>
        </message>
        <message>
            <source>due {day}</source>
            <translation>fällig {day}</translation>
        </message>
        <message>
            <source>end of {shift}</source>
            <translation>Ende {shift}</translation>
        </message>
        <message>
            <source>ends {n} earlier</source>
            <translation>endet {n} früher</translation>
        </message>
        <message>
            <source>fiscal year {year}</source>
            <translation>Geschäftsjahr {year}</translation>
        </message>
        <message>
            <source>for the rest of the shift</source>
            <translation>für den Rest der Schicht</translation>
        </message>
        <message>
            <source>former colleague</source>
            <translation>frühere Kollegin, früherer Kollege</translation>
        </message>
        <message>
            <source>from {day}</source>
            <translation>ab {day}</translation>
        </message>
        <message>
            <source>hold to sign</source>
            <translation>zum Prüfen halten</translation>
        </message>
        <message>
            <source>interval</source>
            <translation>Intervall</translation>
        </message>
        <message>
            <source>is the gap explained?</source>
            <translation>Abweichung erklärt?</translation>
        </message>
        <message numerus="yes">
            <source>it fell {n} times, last at {time}</source>
            <extracomment>it fell once, at {time}</extracomment>
            <translation>
                <numerusform>es fiel einmal aus, um {time}</numerusform>
                <numerusform>es fiel {n}-mal aus, zuletzt um {time}</numerusform>
            </translation>
        </message>
        <message>
            <source>last recoverable at</source>
            <translation>aufholbar bis</translation>
        </message>
        <message>
            <source>late · {age}</source>
            <translation>verspätet · {age}</translation>
        </message>
        <message>
            <source>line signal {age}</source>
            <translation>Liniensignal {age}</translation>
        </message>
        <message>
            <source>line signal {age} old</source>
            <translation>Liniensignal {age} alt</translation>
        </message>
        <message>
            <source>live · {age}</source>
            <translation>live · {age}</translation>
        </message>
        <message>
            <source>longest run of misses {n}</source>
            <translation>längste Folge verfehlter Monate {n}</translation>
        </message>
        <message>
            <source>machine, OPC UA</source>
            <translation>Maschine, OPC UA</translation>
        </message>
        <message>
            <source>mean {value}</source>
            <translation>Mittel {value}</translation>
        </message>
        <message>
            <source>met</source>
            <translation>erreicht</translation>
        </message>
        <message>
            <source>million {unit}</source>
            <translation>Mio. {unit}</translation>
        </message>
        <message>
            <source>missed</source>
            <translation>verfehlt</translation>
        </message>
        <message>
            <source>more than a countermeasure is needed</source>
            <translation>eine Gegenmaßnahme allein reicht nicht</translation>
        </message>
        <message>
            <source>natural {value}</source>
            <translation>natürlich {value}</translation>
        </message>
        <message>
            <source>near miss</source>
            <translation>Beinaheunfall</translation>
        </message>
        <message>
            <source>near miss reported</source>
            <translation>Beinaheunfall gemeldet</translation>
        </message>
        <message>
            <source>needs {rate}</source>
            <translation>nötig {rate}</translation>
        </message>
        <message>
            <source>no countermeasure</source>
            <translation>keine Gegenmaßnahme</translation>
        </message>
        <message>
            <source>no data yet</source>
            <translation>noch keine Daten</translation>
        </message>
        <message>
            <source>no day judged yet</source>
            <translation>noch kein Tag bewertet</translation>
        </message>
        <message>
            <source>no event</source>
            <translation>kein Ereignis</translation>
        </message>
        <message>
            <source>no line signal</source>
            <translation>kein Liniensignal</translation>
        </message>
        <message>
            <source>no owner</source>
            <translation>niemand zuständig</translation>
        </message>
        <message>
            <source>no plan</source>
            <translation>kein Soll</translation>
        </message>
        <message>
            <source>no plan for this shift</source>
            <translation>kein Soll für diese Schicht</translation>
        </message>
        <message>
            <source>no reasons for this day</source>
            <translation>keine Gründe für diesen Tag</translation>
        </message>
        <message>
            <source>no shift</source>
            <translation>keine Schicht</translation>
        </message>
        <message>
            <source>no shift today</source>
            <translation>heute keine Schicht</translation>
        </message>
        <message>
            <source>no target</source>
            <translation>kein Ziel</translation>
        </message>
        <message>
            <source>no value yet</source>
            <translation>noch kein Wert</translation>
        </message>
        <message>
            <source>no values yet</source>
            <translation>noch keine Werte</translation>
        </message>
        <message>
            <source>no working time is left</source>
            <translation>keine Arbeitszeit mehr übrig</translation>
        </message>
        <message>
            <source>noise</source>
            <translation>Rauschen</translation>
        </message>
        <message>
            <source>none</source>
            <translation>keins</translation>
        </message>
        <message>
            <source>none named</source>
            <translation>nicht genannt</translation>
        </message>
        <message>
            <source>none needed</source>
            <translation>keiner nötig</translation>
        </message>
        <message>
            <source>not counted yet</source>
            <translation>noch nicht gezählt</translation>
        </message>
        <message>
            <source>not entered</source>
            <translation>nicht eingetragen</translation>
        </message>
        <message>
            <source>not entered yet</source>
            <translation>noch nicht eingetragen</translation>
        </message>
        <message>
            <source>not everything was entered</source>
            <translation>nicht alles eingetragen</translation>
        </message>
        <message>
            <source>not final yet</source>
            <translation>noch vorläufig</translation>
        </message>
        <message>
            <source>not recorded</source>
            <translation>nicht erfasst</translation>
        </message>
        <message>
            <source>not said</source>
            <translation>keine Angabe</translation>
        </message>
        <message>
            <source>not saved yet</source>
            <translation>noch nicht gespeichert</translation>
        </message>
        <message>
            <source>not worked</source>
            <translation>arbeitsfrei</translation>
        </message>
        <message>
            <source>not working now</source>
            <translation>arbeitet gerade nicht</translation>
        </message>
        <message>
            <source>nothing counted yet</source>
            <translation>noch nichts gezählt</translation>
        </message>
        <message>
            <source>nothing entered, nothing logged</source>
            <translation>nichts eingetragen, nichts erfasst</translation>
        </message>
        <message>
            <source>nothing received</source>
            <translation>nichts empfangen</translation>
        </message>
        <message>
            <source>nothing waiting</source>
            <translation>nichts offen</translation>
        </message>
        <message>
            <source>nothing yet</source>
            <translation>noch nichts</translation>
        </message>
        <message>
            <source>now</source>
            <translation>jetzt</translation>
        </message>
        <message>
            <source>now {rate}</source>
            <translation>jetzt {rate}</translation>
        </message>
        <message>
            <source>now {value}</source>
            <translation>jetzt {value}</translation>
        </message>
        <message>
            <source>of {plan}</source>
            <translation>von {plan}</translation>
        </message>
        <message>
            <source>offline</source>
            <translation>offline</translation>
        </message>
        <message>
            <source>on pace</source>
            <translation>im Takt</translation>
        </message>
        <message>
            <source>on the list</source>
            <translation>auf der Liste</translation>
        </message>
        <message>
            <source>open</source>
            <translation>offen</translation>
        </message>
        <message>
            <source>open action</source>
            <translation>offene Maßnahme</translation>
        </message>
        <message>
            <source>open at {time}</source>
            <translation>ab {time}</translation>
        </message>
        <message>
            <source>open day</source>
            <translation>laufender Tag</translation>
        </message>
        <message>
            <source>order {order}</source>
            <translation>Auftrag {order}</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>überfällig</translation>
        </message>
        <message>
            <source>owner</source>
            <translation>wer</translation>
        </message>
        <message>
            <source>owner {name}</source>
            <translation>verantwortlich {name}</translation>
        </message>
        <message>
            <source>partial month</source>
            <translation>Teilmonat</translation>
        </message>
        <message>
            <source>plan</source>
            <translation>Soll</translation>
        </message>
        <message>
            <source>plan now</source>
            <translation>Soll jetzt</translation>
        </message>
        <message>
            <source>plan {value}</source>
            <translation>Soll {value}</translation>
        </message>
        <message>
            <source>program</source>
            <translation>Programm</translation>
        </message>
        <message numerus="yes">
            <source>readings today</source>
            <extracomment>reading today</extracomment>
            <translation>
                <numerusform>Wert heute</numerusform>
                <numerusform>Werte heute</numerusform>
            </translation>
        </message>
        <message>
            <source>reasons</source>
            <translation>Gründe</translation>
        </message>
        <message>
            <source>record {n}</source>
            <translation>Rekord {n}</translation>
        </message>
        <message>
            <source>review due</source>
            <translation>zu prüfen</translation>
        </message>
        <message>
            <source>reviewed</source>
            <translation>geprüft</translation>
        </message>
        <message>
            <source>running</source>
            <translation>läuft</translation>
        </message>
        <message>
            <source>server</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>server offline</source>
            <translation>Server offline</translation>
        </message>
        <message>
            <source>server offline since {time}</source>
            <translation>Server offline seit {time}</translation>
        </message>
        <message>
            <source>server, HTTP</source>
            <translation>Server, HTTP</translation>
        </message>
        <message>
            <source>shift</source>
            <translation>Schicht</translation>
        </message>
        <message>
            <source>signal</source>
            <translation>Signal</translation>
        </message>
        <message>
            <source>since last accident</source>
            <translation>seit dem letzten Unfall</translation>
        </message>
        <message>
            <source>since last lost-time accident</source>
            <translation>seit dem letzten Unfall mit Ausfallzeit</translation>
        </message>
        <message>
            <source>since {day}</source>
            <translation>seit {day}</translation>
        </message>
        <message>
            <source>since {time}</source>
            <translation>seit {time}</translation>
        </message>
        <message>
            <source>standard rate</source>
            <translation>Standardrate</translation>
        </message>
        <message>
            <source>start {value}</source>
            <translation>Startwert {value}</translation>
        </message>
        <message>
            <source>starts {n} earlier</source>
            <translation>beginnt {n} früher</translation>
        </message>
        <message>
            <source>starts {n} later</source>
            <translation>beginnt {n} später</translation>
        </message>
        <message>
            <source>taken back</source>
            <translation>zurückgenommen</translation>
        </message>
        <message>
            <source>taken off</source>
            <translation>entfernt</translation>
        </message>
        <message>
            <source>tap: count</source>
            <translation>tippen: Zählung</translation>
        </message>
        <message>
            <source>tap: enter the count</source>
            <translation>tippen: Zählung eingeben</translation>
        </message>
        <message>
            <source>tap: give the reason</source>
            <translation>tippen: Grund angeben</translation>
        </message>
        <message>
            <source>tap: reason</source>
            <translation>tippen: Grund</translation>
        </message>
        <message>
            <source>target</source>
            <translation>Ziel</translation>
        </message>
        <message>
            <source>target {value}</source>
            <translation>Ziel {value}</translation>
        </message>
        <message>
            <source>the change</source>
            <translation>die Änderung</translation>
        </message>
        <message>
            <source>the gap of {gap} is now fully explained</source>
            <translation>die Abweichung von {gap} ist jetzt ganz erklärt</translation>
        </message>
        <message>
            <source>the plan cannot be met</source>
            <translation>Soll nicht mehr erreichbar</translation>
        </message>
        <message>
            <source>the plan of the shift is made</source>
            <translation>das Soll der Schicht ist erreicht</translation>
        </message>
        <message>
            <source>the shift ended at {time}</source>
            <translation>die Schicht endete um {time}</translation>
        </message>
        <message>
            <source>then {n} more</source>
            <translation>dann {n} weitere</translation>
        </message>
        <message>
            <source>this screen</source>
            <translation>dieser Bildschirm</translation>
        </message>
        <message>
            <source>thousand {unit}</source>
            <translation>Tausend {unit}</translation>
        </message>
        <message>
            <source>to come</source>
            <translation>kommt noch</translation>
        </message>
        <message>
            <source>to explain</source>
            <translation>zu klären</translation>
        </message>
        <message>
            <source>today</source>
            <translation>heute</translation>
        </message>
        <message>
            <source>tomorrow</source>
            <translation>morgen</translation>
        </message>
        <message>
            <source>trend</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>trend and plan</source>
            <translation>Verlauf und Soll</translation>
        </message>
        <message>
            <source>verified</source>
            <translation>wirksam</translation>
        </message>
        <message>
            <source>waiting for a reason. Touch one.</source>
            <translation>warten auf einen Grund. Einen antippen.</translation>
        </message>
        <message>
            <source>watch</source>
            <translation>beobachten</translation>
        </message>
        <message>
            <source>what is planned</source>
            <translation>was geplant ist</translation>
        </message>
        <message>
            <source>whole site</source>
            <translation>ganzes Werk</translation>
        </message>
        <message>
            <source>with the data</source>
            <translation>mit den Daten</translation>
        </message>
        <message>
            <source>workbooks</source>
            <translation>Arbeitsmappen</translation>
        </message>
        <message>
            <source>worked after all</source>
            <translation>doch Arbeitstag</translation>
        </message>
        <message>
            <source>year to date {kind}</source>
            <translation>laufendes Jahr {kind}</translation>
        </message>
        <message>
            <source>year {year}</source>
            <translation>Jahr {year}</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>gestern</translation>
        </message>
        <message>
            <source>yesterday {value}</source>
            <translation>gestern {value}</translation>
        </message>
        <message>
            <source>{age} old</source>
            <translation>{age} alt</translation>
        </message>
        <message>
            <source>{a} of {b} {unit} {name}</source>
            <translation>{a} von {b} {unit} {name}</translation>
        </message>
        <message>
            <source>{group}: what was it?</source>
            <translation>{group}: Was war es?</translation>
        </message>
        <message>
            <source>{h} h {m}</source>
            <translation>{h} h {m}</translation>
        </message>
        <message>
            <source>{kpi} per day</source>
            <translation>{kpi} je Tag</translation>
        </message>
        <message>
            <source>{kpi} {value} is above {limit}</source>
            <translation>{kpi} {value} liegt über {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} is below {limit}</source>
            <translation>{kpi} {value} liegt unter {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} is just above {limit}</source>
            <translation>{kpi} {value} liegt knapp über {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} is just below {limit}</source>
            <translation>{kpi} {value} liegt knapp unter {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} is within {limit}</source>
            <translation>{kpi} {value} liegt innerhalb von {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} reaches {limit}</source>
            <translation>{kpi} {value} erreicht {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} so far, no target</source>
            <translation>{kpi} bisher {value}, kein Ziel</translation>
        </message>
        <message>
            <source>{kpi} {value}, no target</source>
            <translation>{kpi} {value}, kein Ziel</translation>
        </message>
        <message>
            <source>{left} of {gap} still not explained</source>
            <translation>{left} von {gap} noch nicht erklärt</translation>
        </message>
        <message>
            <source>{line} has no working time on {day}.</source>
            <translation>{line} hat keine Arbeitszeit am {day}.</translation>
        </message>
        <message>
            <source>{names} and {last}</source>
            <translation>{names} und {last}</translation>
        </message>
        <message>
            <source>{name} taken off</source>
            <translation>{name} entfernt</translation>
        </message>
        <message>
            <source>{name} {a} of {b} {unit}</source>
            <translation>{name} {a} von {b} {unit}</translation>
        </message>
        <message>
            <source>{notice} (and {n} more)</source>
            <translation>{notice} (und {n} weitere)</translation>
        </message>
        <message>
            <source>{n} % of the shift</source>
            <translation>{n} % der Schicht</translation>
        </message>
        <message>
            <source>{n} % of the shift made</source>
            <translation>{n} % der Schicht gefertigt</translation>
        </message>
        <message>
            <source>{n} % so far</source>
            <translation>bisher {n} %</translation>
        </message>
        <message>
            <source>{n} % to the order's end</source>
            <translation>{n} % bis Auftragsende</translation>
        </message>
        <message>
            <source>{n} behind pace</source>
            <translation>{n} hinter dem Takt</translation>
        </message>
        <message numerus="yes">
            <source>{n} changes made on this wall</source>
            <extracomment>{n} change made on this wall</extracomment>
            <translation>
                <numerusform>{n} Änderung an dieser Tafel</numerusform>
                <numerusform>{n} Änderungen an dieser Tafel</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} days</source>
            <extracomment>{n} day</extracomment>
            <translation>
                <numerusform>{n} Tag</numerusform>
                <numerusform>{n} Tage</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} days late</source>
            <extracomment>{n} day late</extracomment>
            <translation>
                <numerusform>{n} Tag überfällig</numerusform>
                <numerusform>{n} Tage überfällig</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} days since the last lost-time accident</source>
            <extracomment>{n} day since the last lost-time accident</extracomment>
            <translation>
                <numerusform>{n} Tag seit dem letzten Unfall mit Ausfallzeit</numerusform>
                <numerusform>{n} Tage seit dem letzten Unfall mit Ausfallzeit</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} explained · {more} too many</source>
            <translation>{n} erklärt · {more} zu viel</translation>
        </message>
        <message>
            <source>{n} explained · {rest} not</source>
            <translation>{n} erklärt · {rest} nicht</translation>
        </message>
        <message>
            <source>{n} h</source>
            <translation>{n} h</translation>
        </message>
        <message>
            <source>{n} in a row</source>
            <translation>{n} in Folge</translation>
        </message>
        <message numerus="yes">
            <source>{n} intervals</source>
            <extracomment>{n} interval</extracomment>
            <translation>
                <numerusform>{n} Intervall</numerusform>
                <numerusform>{n} Intervalle</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} intervals to come</source>
            <extracomment>{n} interval to come</extracomment>
            <translation>
                <numerusform>{n} Intervall kommt noch</numerusform>
                <numerusform>{n} Intervalle kommen noch</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} intervals to explain</source>
            <translation>{n} Intervalle zu klären</translation>
        </message>
        <message numerus="yes">
            <source>{n} intervals, {missed} missed</source>
            <extracomment>{n} interval, {missed} missed</extracomment>
            <translation>
                <numerusform>{n} Intervall, {missed} verfehlt</numerusform>
                <numerusform>{n} Intervalle, {missed} verfehlt</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} later</source>
            <translation>{n} später</translation>
        </message>
        <message numerus="yes">
            <source>{n} lost-time accidents</source>
            <extracomment>One lost-time accident</extracomment>
            <translation>
                <numerusform>Ein Unfall mit Ausfallzeit</numerusform>
                <numerusform>{n} Unfälle mit Ausfallzeit</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} min</source>
            <translation>{n} min</translation>
        </message>
        <message numerus="yes">
            <source>{n} misses in a row</source>
            <extracomment>{n} miss in a row</extracomment>
            <translation>
                <numerusform>{n}-mal verfehlt</numerusform>
                <numerusform>{n}-mal verfehlt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} months reported</source>
            <extracomment>{n} month reported</extracomment>
            <translation>
                <numerusform>{n} Monat gemeldet</numerusform>
                <numerusform>{n} Monate gemeldet</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} more</source>
            <translation>{n} weitere</translation>
        </message>
        <message numerus="yes">
            <source>{n} near misses were reported</source>
            <extracomment>One near miss was reported</extracomment>
            <translation>
                <numerusform>Ein Beinaheunfall wurde gemeldet</numerusform>
                <numerusform>{n} Beinaheunfälle wurden gemeldet</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} not explained</source>
            <translation>{n} nicht erklärt</translation>
        </message>
        <message numerus="yes">
            <source>{n} of {count} need a look</source>
            <extracomment>{n} of {count} needs a look</extracomment>
            <translation>
                <numerusform>{n} von {count} braucht einen Blick</numerusform>
                <numerusform>{n} von {count} brauchen einen Blick</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} of {most} MiB</source>
            <translation>{n} von {most} MiB</translation>
        </message>
        <message>
            <source>{n} of {m}</source>
            <translation>{n} von {m}</translation>
        </message>
        <message>
            <source>{n} of {m} days met</source>
            <translation>{n} von {m} Tagen erreicht</translation>
        </message>
        <message>
            <source>{n} of {m} entered</source>
            <translation>{n} von {m} eingetragen</translation>
        </message>
        <message>
            <source>{n} of {m} lines</source>
            <translation>{n} von {m} Linien</translation>
        </message>
        <message>
            <source>{n} of {m} lines met</source>
            <translation>{n} von {m} Linien erreicht</translation>
        </message>
        <message>
            <source>{n} of {m} lines met so far</source>
            <translation>bisher {n} von {m} Linien erreicht</translation>
        </message>
        <message>
            <source>{n} overtime</source>
            <translation>{n} Überstunden</translation>
        </message>
        <message numerus="yes">
            <source>{n} people needed first aid</source>
            <extracomment>One person needed first aid</extracomment>
            <translation>
                <numerusform>Eine Person brauchte Erste Hilfe</numerusform>
                <numerusform>{n} Personen brauchten Erste Hilfe</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} recordable injuries</source>
            <extracomment>One recordable injury</extracomment>
            <translation>
                <numerusform>Eine meldepflichtige Verletzung</numerusform>
                <numerusform>{n} meldepflichtige Verletzungen</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} rejected</source>
            <translation>{n} Ausschuss</translation>
        </message>
        <message>
            <source>{n} s</source>
            <translation>{n} s</translation>
        </message>
        <message numerus="yes">
            <source>{n} sources</source>
            <extracomment>{n} source</extracomment>
            <translation>
                <numerusform>{n} Quelle</numerusform>
                <numerusform>{n} Quellen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} taps waiting, kept on this screen</source>
            <extracomment>{n} tap waiting, kept on this screen</extracomment>
            <translation>
                <numerusform>{n} Eingabe wartet, auf diesem Bildschirm gesichert</numerusform>
                <numerusform>{n} Eingaben warten, auf diesem Bildschirm gesichert</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} to go</source>
            <translation>noch {n}</translation>
        </message>
        <message>
            <source>{n} to make</source>
            <translation>Menge {n}</translation>
        </message>
        <message>
            <source>{n} waiting</source>
            <translation>{n} warten</translation>
        </message>
        <message>
            <source>{n} waiting for the disk</source>
            <translation>{n} warten auf die Festplatte</translation>
        </message>
        <message>
            <source>{n} {unit} counted</source>
            <translation>{n} {unit} gezählt</translation>
        </message>
        <message>
            <source>{n} {unit} explained</source>
            <translation>{n} {unit} erklärt</translation>
        </message>
        <message>
            <source>{n} {unit} explained, {surplus} more than are missing</source>
            <translation>{n} {unit} erklärt, {surplus} mehr als fehlen</translation>
        </message>
        <message>
            <source>{n} {unit} not explained. What was it?</source>
            <translation>{n} {unit} nicht erklärt. Was war es?</translation>
        </message>
        <message>
            <source>{n} {unit} with this</source>
            <translation>damit {n} {unit}</translation>
        </message>
        <message>
            <source>{rate}/h</source>
            <translation>{rate}/h</translation>
        </message>
        <message>
            <source>{reason} not added: nothing is left to explain</source>
            <translation>{reason} nicht hinzugefügt: Nichts ist mehr zu erklären</translation>
        </message>
        <message>
            <source>{said}; next try at {time}</source>
            <translation>{said}; nächster Versuch um {time}</translation>
        </message>
        <message>
            <source>{shift} as usual</source>
            <translation>{shift} wie üblich</translation>
        </message>
        <message>
            <source>{shift} cancelled</source>
            <translation>{shift} gestrichen</translation>
        </message>
        <message>
            <source>{state} so far</source>
            <translation>bisher {state}</translation>
        </message>
        <message>
            <source>{target} of the lines together</source>
            <translation>{target} der Linien zusammen</translation>
        </message>
        <message>
            <source>{target} since {day}</source>
            <translation>{target} seit {day}</translation>
        </message>
        <message>
            <source>{time} left</source>
            <translation>noch {time}</translation>
        </message>
        <message>
            <source>{what} so far</source>
            <translation>{what} (bisher)</translation>
        </message>
        <message>
            <source>≈ shared out</source>
            <translation>≈ aufgeteilt</translation>
        </message>
    </context>
    <context>
        <name>languages</name>
        <message>
            <source>English</source>
            <translation>Deutsch</translation>
        </message>
    </context>
    <context>
        <name>told</name>
        <message>
            <source>'{node}' is no line; a run is planned for one line.</source>
            <translation>„{node}“ ist keine Linie; ein Lauf wird für eine Linie geplant.</translation>
        </message>
        <message>
            <source>An interval lasts more than nothing and at most 24 hours; this entry's does not.</source>
            <translation>Ein Intervall dauert länger als nichts und höchstens 24 Stunden; dieses nicht.</translation>
        </message>
        <message>
            <source>Another program is writing to this database, so this was not kept. Close that program.</source>
            <translation>Ein anderes Programm schreibt in diese Datenbank, darum wurde das nicht gesichert. Jenes Programm schließen.</translation>
        </message>
        <message>
            <source>Entry {entry} is a {kind} and cannot be changed by a {by}. Look once more.</source>
            <translation>Eintrag {entry} ({kind}) lässt sich so nicht ändern ({by}). Noch einmal nachsehen.</translation>
        </message>
        <message>
            <source>Entry {entry} is not in the journal, so it cannot be changed. Look once more.</source>
            <translation>Eintrag {entry} steht nicht im Journal und lässt sich darum nicht ändern. Noch einmal nachsehen.</translation>
        </message>
        <message>
            <source>Entry {entry} was taken back before; nothing is left to do.</source>
            <translation>Eintrag {entry} wurde schon zurückgenommen; es ist nichts mehr zu tun.</translation>
        </message>
        <message>
            <source>No shift '{shift}' is worked there; it is one of {known}.</source>
            <translation>Eine Schicht „{shift}“ wird dort nicht gearbeitet; es gibt {known}.</translation>
        </message>
        <message>
            <source>Nobody with the id '{person}' is known here.</source>
            <translation>Niemand mit der Kennung „{person}“ ist hier bekannt.</translation>
        </message>
        <message>
            <source>Shift {shift} is not worked on {day}, or would have no time left.</source>
            <translation>Die Schicht {shift} wird am {day} nicht gearbeitet oder hätte keine Zeit mehr.</translation>
        </message>
        <message>
            <source>Shift {shift} of {day} is closed until {time}; change what comes after that.</source>
            <translation>Die Schicht {shift} vom {day} ist bis {time} abgeschlossen; ändern, was danach kommt.</translation>
        </message>
        <message>
            <source>The clock says {now}, but the last entry was made at {last} (UTC).</source>
            <translation>Die Uhr zeigt {now}, aber der letzte Eintrag war um {last} (UTC).</translation>
        </message>
        <message>
            <source>The database is damaged, so this was not kept. The board will move it aside and start a new one.</source>
            <translation>Die Datenbank ist beschädigt, darum wurde das nicht gesichert. Die Tafel legt sie beiseite und beginnt eine neue.</translation>
        </message>
        <message>
            <source>The difference between the two figures is not one that can be kept; enter it rounded.</source>
            <translation>Der Unterschied der beiden Zahlen lässt sich so nicht sichern; gerundet eintragen.</translation>
        </message>
        <message>
            <source>The disk can only be read, so this was not kept. Check the disk and its mount.</source>
            <translation>Die Festplatte ist nur lesbar, darum wurde das nicht gesichert. Festplatte und Einbindung prüfen.</translation>
        </message>
        <message>
            <source>The disk did not take this. Check the disk; the board tries again with the next touch.</source>
            <translation>Die Festplatte hat das nicht angenommen. Festplatte prüfen; beim nächsten Tippen versucht es die Tafel erneut.</translation>
        </message>
        <message>
            <source>The disk is full, so this was not kept. Make room; the board goes on by itself.</source>
            <translation>Die Festplatte ist voll, darum wurde das nicht gesichert. Platz schaffen; die Tafel macht von selbst weiter.</translation>
        </message>
        <message>
            <source>The id {id} already belongs to another entry. Touch once more.</source>
            <translation>Die Kennung {id} gehört schon zu einem anderen Eintrag. Noch einmal antippen.</translation>
        </message>
        <message>
            <source>The plant has no KPI '{kpi}'.</source>
            <translation>Das Werk hat keine Kennzahl „{kpi}“.</translation>
        </message>
        <message>
            <source>The plant has no line, area or site '{node}'; this change was made for it.</source>
            <translation>Das Werk hat keine Linie, keinen Bereich und keinen Standort „{node}“, für den diese Änderung gemacht wurde.</translation>
        </message>
        <message>
            <source>The plant has no line, area or site '{node}'; this figure was entered for it.</source>
            <translation>Das Werk hat keine Linie, keinen Bereich und keinen Standort „{node}“, für den diese Zahl eingetragen wurde.</translation>
        </message>
        <message>
            <source>The plant has no measure '{measure}'; this figure was entered for it.</source>
            <translation>Das Werk hat keine Messgröße „{measure}“, für die diese Zahl eingetragen wurde.</translation>
        </message>
        <message>
            <source>The plant has no reason '{code}' that could be taken off.</source>
            <translation>Das Werk hat keinen Grund „{code}“, der entfernt werden könnte.</translation>
        </message>
        <message>
            <source>The target of {kpi} is a range from low to high.</source>
            <translation>Das Ziel von {kpi} ist ein Bereich von klein bis groß.</translation>
        </message>
        <message>
            <source>The target of {kpi} is one value.</source>
            <translation>Das Ziel von {kpi} ist ein einzelner Wert.</translation>
        </message>
        <message>
            <source>This entry could not be kept. Try again.</source>
            <translation>Dieser Eintrag konnte nicht gesichert werden. Noch einmal versuchen.</translation>
        </message>
        <message>
            <source>This person cannot be kept: a name is needed.</source>
            <translation>Diese Person lässt sich nicht sichern: Ein Name fehlt.</translation>
        </message>
        <message>
            <source>This time is over; a run is planned for now or later.</source>
            <translation>Diese Zeit ist vorbei; ein Lauf wird für jetzt oder später geplant.</translation>
        </message>
        <message>
            <source>This would leave {left} of {measure} in the interval, and fewer than none cannot be. Enter a smaller correction.</source>
            <translation>Damit blieben im Intervall {left} {measure}, und weniger als null geht nicht. Eine kleinere Korrektur eintragen.</translation>
        </message>
        <message>
            <source>This would leave {left} of {measure} on the day, and fewer than none cannot be. Look at the day once more: something else was entered meanwhile.</source>
            <translation>Damit blieben am Tag {left} {measure}, und weniger als null geht nicht. Den Tag noch einmal ansehen: Inzwischen wurde etwas anderes eingetragen.</translation>
        </message>
        <message>
            <source>it answered no more and was ended</source>
            <translation>es antwortete nicht mehr und wurde beendet</translation>
        </message>
        <message>
            <source>it could not be started</source>
            <translation>es ließ sich nicht starten</translation>
        </message>
        <message>
            <source>it ended by itself</source>
            <translation>es beendete sich selbst</translation>
        </message>
        <message>
            <source>it printed what is no batch and was ended</source>
            <translation>es schrieb Unverständliches und wurde beendet</translation>
        </message>
        <message>
            <source>it took more than {most} MiB of memory and was ended</source>
            <translation>es brauchte mehr als {most} MiB Speicher und wurde beendet</translation>
        </message>
        <message>
            <source>the program that reads {sources} fell ({why}) and is started again</source>
            <translation>das Programm, das {sources} liest, ist ausgefallen ({why}) und wird neu gestartet</translation>
        </message>
        <message>
            <source>{complaint} Set the clock right, then change the plan.</source>
            <translation>{complaint} Erst die Uhr richtig stellen, dann den Plan ändern.</translation>
        </message>
        <message>
            <source>{day} has not begun yet; enter its figures when it has.</source>
            <translation>{day} hat noch nicht begonnen; seine Zahlen erst dann eintragen.</translation>
        </message>
        <message>
            <source>{day} is over and keeps its target; a target is set from today or a later day.</source>
            <translation>{day} ist vorbei und behält sein Ziel; ein Ziel gilt ab heute oder später.</translation>
        </message>
        <message>
            <source>{day} is over and keeps what it had; change today or a later day.</source>
            <translation>{day} ist vorbei und bleibt, wie er war; heute oder einen späteren Tag ändern.</translation>
        </message>
        <message>
            <source>{measure} cannot be less than none.</source>
            <translation>{measure} kann nicht weniger als null sein.</translation>
        </message>
    </context>
</TS>

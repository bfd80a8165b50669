<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl" sourcelanguage="en">
    <context>
        <name>Pages</name>
        <message>
            <source>Board</source>
            <translation>Tablica</translation>
        </message>
        <message>
            <source>Intervals</source>
            <translation>Przedziały</translation>
        </message>
        <message>
            <source>KPIs</source>
            <translation>Wskaźniki</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>Linie</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>Plan</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Źródła</translation>
        </message>
    </context>
    <context>
        <name>board</name>
        <message>
            <source> and </source>
            <translation> i </translation>
        </message>
        <message>
            <source>/h</source>
            <translation>/h</translation>
        </message>
        <message>
            <source>1 day</source>
            <translation>1 dzień</translation>
        </message>
        <message>
            <source>1 earlier interval</source>
            <translation>1 wcześniejszy przedział</translation>
        </message>
        <message>
            <source>1 h</source>
            <translation>1 h</translation>
        </message>
        <message>
            <source>1 week</source>
            <translation>1 tydzień</translation>
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
            <translation>Nazwa ma najwyżej {n} znaków; ta ma {m}.</translation>
        </message>
        <message>
            <source>A range has a lowest and a highest value.</source>
            <translation>Zakres ma wartość najmniejszą i największą.</translation>
        </message>
        <message>
            <source>A rate is more than nothing; erase it for the standard rate.</source>
            <translation>Tempo jest większe od zera; usuń je, by obowiązywała norma.</translation>
        </message>
        <message>
            <source>A run ends after it starts: choose a later end or an earlier start.</source>
            <translation>Seria kończy się po rozpoczęciu: wybierz późniejszy koniec lub wcześniejszy początek.</translation>
        </message>
        <message>
            <source>A shift ends after it starts: choose a later end or an earlier start.</source>
            <translation>Zmiana kończy się po rozpoczęciu: wybierz późniejszy koniec lub wcześniejszy początek.</translation>
        </message>
        <message>
            <source>A shift lasts at most 24 hours.</source>
            <translation>Zmiana trwa najwyżej 24 godziny.</translation>
        </message>
        <message>
            <source>A source of data fails</source>
            <translation>Źródło danych zawodzi</translation>
        </message>
        <message>
            <source>Actions</source>
            <translation>Działania</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>Dodaj osobę</translation>
        </message>
        <message>
            <source>Add a reason</source>
            <translation>Dodaj przyczynę</translation>
        </message>
        <message>
            <source>Add days not worked</source>
            <translation>Dodaj dni wolne</translation>
        </message>
        <message>
            <source>Add detail</source>
            <translation>Uzupełnij</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>Administrator</translation>
        </message>
        <message>
            <source>All others</source>
            <translation>Wszystkie inne</translation>
        </message>
        <message>
            <source>Another board</source>
            <translation>Inna tablica</translation>
        </message>
        <message>
            <source>As before</source>
            <translation>Jak było</translation>
        </message>
        <message>
            <source>At best</source>
            <translation>Najwyżej</translation>
        </message>
        <message>
            <source>At least</source>
            <translation>Co najmniej</translation>
        </message>
        <message>
            <source>At most</source>
            <translation>Najwyżej</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Wstecz</translation>
        </message>
        <message>
            <source>CSV files</source>
            <translation>pliki CSV</translation>
        </message>
        <message>
            <source>Cancel the shift</source>
            <translation>Odwołaj zmianę</translation>
        </message>
        <message>
            <source>Capitals</source>
            <translation>Wielkie litery</translation>
        </message>
        <message>
            <source>Caps</source>
            <translation>Nakrętki</translation>
        </message>
        <message>
            <source>Changed on this wall</source>
            <translation>Zmieniono na tej tablicy</translation>
        </message>
        <message>
            <source>Changeover</source>
            <translation>Przezbrojenie</translation>
        </message>
        <message>
            <source>Changeover to {product}</source>
            <translation>Przezbrojenie na {product}</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>Zmiany</translation>
        </message>
        <message>
            <source>Choose a group, or type a new one.</source>
            <translation>Wybierz grupę albo wpisz nową.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Zamknij</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Komentarz</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>Policz</translation>
        </message>
        <message>
            <source>Crew</source>
            <translation>Obsada</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Dzień</translation>
        </message>
        <message>
            <source>Days before {day} keep the target they had.</source>
            <translation>Dni wcześniejsze niż {day} zachowują swój cel.</translation>
        </message>
        <message>
            <source>Days not worked</source>
            <translation>Dni wolne</translation>
        </message>
        <message>
            <source>Deviation</source>
            <translation>Odchylenie</translation>
        </message>
        <message>
            <source>Deviations</source>
            <translation>Odchylenia</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Gotowe</translation>
        </message>
        <message>
            <source>Duration</source>
            <translation>Czas trwania</translation>
        </message>
        <message>
            <source>Ends</source>
            <translation>Koniec</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Wpisz</translation>
        </message>
        <message>
            <source>Enter or correct</source>
            <translation>Wpisz lub popraw</translation>
        </message>
        <message>
            <source>Entered and logged</source>
            <translation>Wpisy</translation>
        </message>
        <message>
            <source>Erase</source>
            <translation>Usuń</translation>
        </message>
        <message>
            <source>Events, {day}</source>
            <translation>Zdarzenia, {day}</translation>
        </message>
        <message>
            <source>Every gap has its reason.</source>
            <translation>Każde odchylenie ma przyczynę.</translation>
        </message>
        <message>
            <source>Failing since {time}: {sentence}</source>
            <translation>Zawodzi od {time}: {sentence}</translation>
        </message>
        <message>
            <source>Filler</source>
            <translation>Nalewarka</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Pierwszy dzień</translation>
        </message>
        <message>
            <source>First of next month</source>
            <translation>Nowy miesiąc</translation>
        </message>
        <message>
            <source>Fiscal year {year}</source>
            <translation>Rok obrotowy {year}</translation>
        </message>
        <message>
            <source>Footer</source>
            <translation>Stopka</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Od</translation>
        </message>
        <message>
            <source>Give the reason</source>
            <translation>Podaj przyczynę</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Grupa</translation>
        </message>
        <message>
            <source>Header</source>
            <translation>Nagłówek</translation>
        </message>
        <message>
            <source>Highest</source>
            <translation>Najwięcej</translation>
        </message>
        <message>
            <source>Hold to review {span}</source>
            <translation>Przytrzymaj, by sprawdzić {span}</translation>
        </message>
        <message>
            <source>Hourly detail</source>
            <translation>Godzinowo</translation>
        </message>
        <message>
            <source>Hourly detail today</source>
            <translation>Dziś godzinowo</translation>
        </message>
        <message>
            <source>How many {unit} more?</source>
            <translation>Ile więcej ({unit})?</translation>
        </message>
        <message>
            <source>How much</source>
            <translation>Ile</translation>
        </message>
        <message>
            <source>How much was it?</source>
            <translation>Ile tego było?</translation>
        </message>
        <message>
            <source>Icon</source>
            <translation>Ikona</translation>
        </message>
        <message>
            <source>In words</source>
            <translation>Słowami</translation>
        </message>
        <message>
            <source>Intervals</source>
            <translation>Przedziały</translation>
        </message>
        <message>
            <source>Intervals of every line</source>
            <translation>Przedziały wszystkich linii</translation>
        </message>
        <message>
            <source>Intervals of {line}</source>
            <translation>Przedziały: {line}</translation>
        </message>
        <message>
            <source>It answers, but has told nothing newer than {time}</source>
            <translation>Odpowiada, ale nie podało nic nowszego niż {time}</translation>
        </message>
        <message>
            <source>It ends before it starts.</source>
            <translation>Kończy się przed rozpoczęciem.</translation>
        </message>
        <message>
            <source>It is the target of a day; the plans of months stay.</source>
            <translation>To cel dnia; plany miesięcy pozostają.</translation>
        </message>
        <message>
            <source>It lasts {n}.</source>
            <translation>Trwa {n}.</translation>
        </message>
        <message>
            <source>It takes the place of what was planned for this time.</source>
            <translation>Zastępuje to, co było zaplanowane na ten czas.</translation>
        </message>
        <message>
            <source>JOP</source>
            <translation>start</translation>
        </message>
        <message>
            <source>KPI</source>
            <translation>Wskaźnik</translation>
        </message>
        <message>
            <source>KPIs</source>
            <translation>Wskaźniki</translation>
        </message>
        <message>
            <source>KPIs {span} of {n}</source>
            <translation>{span} z {n}</translation>
        </message>
        <message>
            <source>KPIs, fiscal year {year}</source>
            <translation>Wskaźniki, rok obrotowy {year}</translation>
        </message>
        <message>
            <source>KPIs, year {year}</source>
            <translation>Wskaźniki, rok {year}</translation>
        </message>
        <message>
            <source>Labeller</source>
            <translation>Etykieciarka</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Język</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Ostatni dzień</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>Litera</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>Litery</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>Linie</translation>
        </message>
        <message>
            <source>Log a deviation</source>
            <translation>Wpisz odchylenie</translation>
        </message>
        <message>
            <source>Lowest</source>
            <translation>Najmniej</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>Wykonano</translation>
        </message>
        <message>
            <source>Met so far: {why}</source>
            <translation>Dotąd osiągnięto: {why}</translation>
        </message>
        <message>
            <source>Met: {why}</source>
            <translation>Osiągnięto: {why}</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>Minuty</translation>
        </message>
        <message>
            <source>Missed because {why}</source>
            <translation>Nie osiągnięto: {why}</translation>
        </message>
        <message>
            <source>Missed so far: {why}</source>
            <translation>Dotąd nie osiągnięto: {why}</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Więcej</translation>
        </message>
        <message>
            <source>More figures</source>
            <translation>Więcej danych</translation>
        </message>
        <message>
            <source>More lines</source>
            <translation>Więcej linii</translation>
        </message>
        <message>
            <source>More reasons</source>
            <translation>Więcej przyczyn</translation>
        </message>
        <message>
            <source>More than eight reasons on {lines}: the rarest stand behind the last tile.</source>
            <translation>Ponad osiem przyczyn na {lines}: najrzadsze są za ostatnim kafelkiem.</translation>
        </message>
        <message>
            <source>More than eight reasons: the rarest stand behind the last tile.</source>
            <translation>Ponad osiem przyczyn: najrzadsze są za ostatnim kafelkiem.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nazwa</translation>
        </message>
        <message>
            <source>Need</source>
            <translation>Potrzeba</translation>
        </message>
        <message>
            <source>Newer</source>
            <translation>Nowsze</translation>
        </message>
        <message>
            <source>Next KPIs</source>
            <translation>Następne wskaźniki</translation>
        </message>
        <message>
            <source>Next Monday</source>
            <translation>Poniedziałek</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>Następna strona</translation>
        </message>
        <message>
            <source>No KPIs are set up</source>
            <translation>Nie określono żadnych wskaźników</translation>
        </message>
        <message>
            <source>No KPIs yet: the plant file names them.</source>
            <translation>Nie ma jeszcze wskaźników: podaje je plik zakładu.</translation>
        </message>
        <message>
            <source>No days off ahead.</source>
            <translation>Brak dni wolnych w planie.</translation>
        </message>
        <message>
            <source>No event</source>
            <translation>Brak zdarzeń</translation>
        </message>
        <message>
            <source>No event on this day</source>
            <translation>Bez zdarzeń w tym dniu</translation>
        </message>
        <message>
            <source>No event so far</source>
            <translation>Dotąd bez zdarzeń</translation>
        </message>
        <message>
            <source>No letters are set up</source>
            <translation>Nie określono liter</translation>
        </message>
        <message>
            <source>No lines yet: the plant file names them.</source>
            <translation>Nie ma jeszcze linii: podaje je plik zakładu.</translation>
        </message>
        <message>
            <source>No people are named in the plant file.</source>
            <translation>W pliku zakładu nie podano osób.</translation>
        </message>
        <message>
            <source>No product named</source>
            <translation>Nie podano produktu</translation>
        </message>
        <message>
            <source>No quantity is left. Take the reason back instead.</source>
            <translation>Nie zostaje żadna ilość. Zamiast tego cofnij przyczynę.</translation>
        </message>
        <message>
            <source>No reason given</source>
            <translation>Nie podano przyczyny</translation>
        </message>
        <message>
            <source>No reasons yet. Add the first one.</source>
            <translation>Nie ma jeszcze przyczyn. Dodaj pierwszą.</translation>
        </message>
        <message>
            <source>No shift</source>
            <translation>Brak zmiany</translation>
        </message>
        <message>
            <source>No shift on any line</source>
            <translation>Na żadnej linii nie ma zmiany</translation>
        </message>
        <message>
            <source>No shift today, and nothing planned.</source>
            <translation>Dziś bez zmiany i niczego nie zaplanowano.</translation>
        </message>
        <message>
            <source>No source of data</source>
            <translation>Brak źródła danych</translation>
        </message>
        <message>
            <source>No value</source>
            <translation>Brak wartości</translation>
        </message>
        <message>
            <source>Nobody can be named yet. Add the first one.</source>
            <translation>Nie ma jeszcze nikogo. Dodaj pierwszą osobę.</translation>
        </message>
        <message>
            <source>Nobody has entered anything for this day</source>
            <translation>Nikt nic nie wpisał dla tego dnia</translation>
        </message>
        <message>
            <source>Nobody works on this day</source>
            <translation>W tym dniu nikt nie pracuje</translation>
        </message>
        <message>
            <source>Not entered: {names}</source>
            <translation>Nie wpisano: {names}</translation>
        </message>
        <message>
            <source>Not everything was entered for this day</source>
            <translation>Dla tego dnia nie wpisano wszystkiego</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Nie teraz</translation>
        </message>
        <message>
            <source>Not read now: the program that reads it fell</source>
            <translation>Teraz nieczytane: program, który je czyta, przestał działać</translation>
        </message>
        <message>
            <source>Not read now: the program that reads it fell and is started again at {time}</source>
            <translation>Teraz nieczytane: program, który je czyta, przestał działać i ruszy ponownie o {time}</translation>
        </message>
        <message>
            <source>Not usable: {sentence}</source>
            <translation>Nie do użycia: {sentence}</translation>
        </message>
        <message>
            <source>Not worked: {days}</source>
            <translation>Wolne: {days}</translation>
        </message>
        <message>
            <source>Nothing has been changed: everything is as the plant file says.</source>
            <translation>Niczego nie zmieniono: wszystko jest tak, jak w pliku zakładu.</translation>
        </message>
        <message>
            <source>Nothing has come since {time}</source>
            <translation>Od {time} nic nie przyszło</translation>
        </message>
        <message>
            <source>Nothing is different yet.</source>
            <translation>Nic jeszcze nie zmieniono.</translation>
        </message>
        <message>
            <source>Nothing is different yet: choose another start or end.</source>
            <translation>Nic jeszcze nie zmieniono: wybierz inny początek lub koniec.</translation>
        </message>
        <message>
            <source>Nothing planned: the standard rate holds.</source>
            <translation>Nic nie zaplanowano: obowiązuje norma.</translation>
        </message>
        <message>
            <source>Nothing waiting</source>
            <translation>Nic nie czeka</translation>
        </message>
        <message>
            <source>Nothing was entered so far</source>
            <translation>Dotąd nic nie wpisano</translation>
        </message>
        <message>
            <source>Now {aim}</source>
            <translation>Teraz {aim}</translation>
        </message>
        <message>
            <source>OEE {figures}</source>
            <translation>OEE {figures}</translation>
        </message>
        <message>
            <source>Older</source>
            <translation>Starsze</translation>
        </message>
        <message>
            <source>Operator</source>
            <translation>Operator</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Zlecenie</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Inne</translation>
        </message>
        <message>
            <source>Palletiser</source>
            <translation>Paletyzator</translation>
        </message>
        <message>
            <source>Past figures are being read in</source>
            <translation>Trwa wczytywanie wcześniejszych danych</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Osoby</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Osoba</translation>
        </message>
        <message>
            <source>Plan a changeover</source>
            <translation>Zaplanuj przezbrojenie</translation>
        </message>
        <message>
            <source>Plan a run</source>
            <translation>Zaplanuj serię</translation>
        </message>
        <message>
            <source>Previous KPIs</source>
            <translation>Poprzednie wskaźniki</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>Poprzednia strona</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>Produkt</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>Jakość</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>Ilość</translation>
        </message>
        <message>
            <source>Quantity and crew are more than nothing; erase what is not known.</source>
            <translation>Ilość i obsada są większe od zera; usuń to, czego nie wiadomo.</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>Tempo</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Przyczyna</translation>
        </message>
        <message>
            <source>Reasons</source>
            <translation>Przyczyny</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Rola</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>Seria</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Zapisz</translation>
        </message>
        <message>
            <source>Saved: {what}</source>
            <translation>Zapisano: {what}</translation>
        </message>
        <message>
            <source>Say from which day the target holds.</source>
            <translation>Podaj, od którego dnia obowiązuje cel.</translation>
        </message>
        <message>
            <source>Say the first and the last day.</source>
            <translation>Podaj pierwszy i ostatni dzień.</translation>
        </message>
        <message>
            <source>Say what is made: a product, an order, a rate or a quantity.</source>
            <translation>Podaj, co się produkuje: produkt, zlecenie, tempo lub ilość.</translation>
        </message>
        <message>
            <source>Say when the changeover starts and how long it lasts.</source>
            <translation>Podaj, kiedy zaczyna się przezbrojenie i jak długo trwa.</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>Zmiana</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Źródła</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Spacja</translation>
        </message>
        <message>
            <source>Starts</source>
            <translation>Początek</translation>
        </message>
        <message>
            <source>Supervisor</source>
            <translation>Mistrz</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Cofnij</translation>
        </message>
        <message>
            <source>Take off</source>
            <translation>Usuń</translation>
        </message>
        <message>
            <source>Taken back: {what}</source>
            <translation>Cofnięto: {what}</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Cel</translation>
        </message>
        <message>
            <source>Targets</source>
            <translation>Cele</translation>
        </message>
        <message>
            <source>Team leader</source>
            <translation>Lider zespołu</translation>
        </message>
        <message>
            <source>That would leave {n} {unit}. A count cannot fall below zero.</source>
            <translation>Zostałoby {n} {unit}. Liczba nie może być mniejsza od zera.</translation>
        </message>
        <message>
            <source>The board was restarted after a fault</source>
            <translation>Tablica uruchomiła się ponownie po błędzie</translation>
        </message>
        <message>
            <source>The changed plant has errors; the last good one stays</source>
            <translation>Zmieniony plik zakładu ma błędy; obowiązuje ostatni poprawny</translation>
        </message>
        <message>
            <source>The clock of this screen may be wrong; recording goes on</source>
            <translation>Zegar tego ekranu może się mylić; zapis trwa</translation>
        </message>
        <message>
            <source>The database was damaged; it was kept aside and a new one begun</source>
            <translation>Baza danych była uszkodzona; odłożono ją i zaczęto nową</translation>
        </message>
        <message>
            <source>The device is gone: {names}</source>
            <translation>Urządzenie zniknęło: {names}</translation>
        </message>
        <message>
            <source>The disk is nearly full: make room</source>
            <translation>Dysk jest prawie pełny: zrób miejsce</translation>
        </message>
        <message>
            <source>The disk refuses: taps cannot be kept now</source>
            <translation>Dysk odmawia: wpisów nie można teraz zapisać</translation>
        </message>
        <message>
            <source>The journal keeps a number in the place of the name.</source>
            <translation>W dzienniku zamiast nazwiska stoi numer.</translation>
        </message>
        <message>
            <source>The lowest value is above the highest: change one of the two.</source>
            <translation>Najmniejsza wartość jest większa od największej: zmień jedną z nich.</translation>
        </message>
        <message>
            <source>The plant file has no [[source]] table: counts are typed by hand</source>
            <translation>Plik zakładu nie ma tabeli [[source]]: ilości wpisuje się ręcznie</translation>
        </message>
        <message>
            <source>The program that reads them has run since {time}</source>
            <translation>Program, który je czyta, działa od {time}</translation>
        </message>
        <message>
            <source>The program that reads {sources} has run since {time}</source>
            <translation>Program czytający {sources} działa od {time}</translation>
        </message>
        <message>
            <source>The whole site</source>
            <translation>Cały zakład</translation>
        </message>
        <message>
            <source>There is a reason of this name already.</source>
            <translation>Jest już przyczyna o tej nazwie.</translation>
        </message>
        <message>
            <source>They are neither green nor red, and nothing is due on them.</source>
            <translation>Nie są ani zielone, ani czerwone i nic w nie nie przypada.</translation>
        </message>
        <message>
            <source>This day is still to come</source>
            <translation>Ten dzień dopiero nadejdzie</translation>
        </message>
        <message>
            <source>This letter has no KPI</source>
            <translation>Ta litera nie ma wskaźnika</translation>
        </message>
        <message>
            <source>This line has no reasons yet. The plant file names them.</source>
            <translation>Ta linia nie ma jeszcze przyczyn. Podaje je plik zakładu.</translation>
        </message>
        <message>
            <source>This target holds on that day already: type another one.</source>
            <translation>Ten cel już obowiązuje w tym dniu: wpisz inny.</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Do</translation>
        </message>
        <message>
            <source>To which product</source>
            <translation>Na jaki produkt</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Dziś</translation>
        </message>
        <message>
            <source>Today’s plan</source>
            <translation>Plan na dziś</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>Jutro</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Wpisz</translation>
        </message>
        <message>
            <source>Type another</source>
            <translation>Wpisz inne</translation>
        </message>
        <message>
            <source>Type the name of the person.</source>
            <translation>Wpisz imię i nazwisko.</translation>
        </message>
        <message>
            <source>Type the name of the reason.</source>
            <translation>Wpisz nazwę przyczyny.</translation>
        </message>
        <message>
            <source>Type the target.</source>
            <translation>Wpisz cel.</translation>
        </message>
        <message>
            <source>Type why these days are not worked.</source>
            <translation>Wpisz, dlaczego w te dni się nie pracuje.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Cofnij</translation>
        </message>
        <message>
            <source>Until then the target of a day comes with its figures.</source>
            <translation>Do tego czasu cel dnia przychodzi z jego danymi.</translation>
        </message>
        <message>
            <source>Until then the targets of its lines make it.</source>
            <translation>Do tego czasu wynika z celów linii.</translation>
        </message>
        <message>
            <source>Until {time}. The plan asks for no output in this time.</source>
            <translation>Do {time}. Plan nie wymaga w tym czasie produkcji.</translation>
        </message>
        <message>
            <source>Usually {span}.</source>
            <translation>Zwykle {span}.</translation>
        </message>
        <message>
            <source>Watch so far: {why}</source>
            <translation>Dotąd uwaga: {why}</translation>
        </message>
        <message>
            <source>Watch: {why}</source>
            <translation>Uwaga: {why}</translation>
        </message>
        <message>
            <source>What do you enter?</source>
            <translation>Co wpisujesz?</translation>
        </message>
        <message>
            <source>What does the line make, and when?</source>
            <translation>Co i kiedy produkuje linia?</translation>
        </message>
        <message>
            <source>What is different today?</source>
            <translation>Co jest dziś inaczej?</translation>
        </message>
        <message>
            <source>What may a miss be due to?</source>
            <translation>Co może być przyczyną odchylenia?</translation>
        </message>
        <message>
            <source>What was logged under its old name takes the new one.</source>
            <translation>Wpisy pod starą nazwą przyjmą nową.</translation>
        </message>
        <message>
            <source>What went wrong?</source>
            <translation>Co poszło nie tak?</translation>
        </message>
        <message>
            <source>What went wrong? Say it in words.</source>
            <translation>Co poszło nie tak? Napisz to.</translation>
        </message>
        <message>
            <source>When does the shift start and end today?</source>
            <translation>Kiedy zmiana dziś się zaczyna i kończy?</translation>
        </message>
        <message>
            <source>When is the changeover, and how long?</source>
            <translation>Kiedy jest przezbrojenie i jak długo?</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Gdzie</translation>
        </message>
        <message>
            <source>Which board?</source>
            <translation>Która tablica?</translation>
        </message>
        <message>
            <source>Which days are not worked?</source>
            <translation>W które dni się nie pracuje?</translation>
        </message>
        <message>
            <source>Which language?</source>
            <translation>Który język?</translation>
        </message>
        <message>
            <source>Which reason changes?</source>
            <translation>Która przyczyna się zmienia?</translation>
        </message>
        <message>
            <source>Which target changes?</source>
            <translation>Który cel się zmienia?</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Kto</translation>
        </message>
        <message>
            <source>Who comes, goes or changes?</source>
            <translation>Kto przychodzi, odchodzi lub się zmienia?</translation>
        </message>
        <message>
            <source>Who is new at this board?</source>
            <translation>Kto jest nowy przy tej tablicy?</translation>
        </message>
        <message>
            <source>Why, {day}</source>
            <translation>Dlaczego, {day}</translation>
        </message>
        <message>
            <source>With this: {what}.</source>
            <translation>Po zmianie: {what}.</translation>
        </message>
        <message>
            <source>Worked after all</source>
            <translation>Jednak dzień roboczy</translation>
        </message>
        <message>
            <source>Worked after all: {days}</source>
            <translation>Jednak robocze: {days}</translation>
        </message>
        <message>
            <source>YTD</source>
            <translation>narast.</translation>
        </message>
        <message>
            <source>Year {year}</source>
            <translation>Rok {year}</translation>
        </message>
        <message>
            <source>a count is missing</source>
            <translation>brakuje liczby</translation>
        </message>
        <message>
            <source>action verified</source>
            <translation>działanie sprawdzone</translation>
        </message>
        <message>
            <source>actual</source>
            <translation>wykonanie</translation>
        </message>
        <message>
            <source>ahead of plan</source>
            <translation>ponad plan</translation>
        </message>
        <message>
            <source>ahead of plan by</source>
            <translation>ponad plan o</translation>
        </message>
        <message numerus="yes">
            <source>all {n} are being read</source>
            <extracomment>it is being read</extracomment>
            <translation>
                <numerusform>jest czytane</numerusform>
                <numerusform>wszystkie {n} są czytane</numerusform>
                <numerusform>wszystkie {n} są czytane</numerusform>
            </translation>
        </message>
        <message>
            <source>all {n} explained</source>
            <translation>wyjaśniono wszystkie {n}</translation>
        </message>
        <message>
            <source>an hour</source>
            <translation>na godzinę</translation>
        </message>
        <message>
            <source>and {n} more</source>
            <translation>i jeszcze {n}</translation>
        </message>
        <message numerus="yes">
            <source>and {n} more lines, {behind} of them behind</source>
            <extracomment>and {n} more line, {behind} of them behind</extracomment>
            <translation>
                <numerusform>i jeszcze {n} linia, z opóźnieniem {behind}</numerusform>
                <numerusform>i jeszcze {n} linie, z opóźnieniem {behind}</numerusform>
                <numerusform>i jeszcze {n} linii, z opóźnieniem {behind}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and {n} more programs</source>
            <extracomment>and {n} more program</extracomment>
            <translation>
                <numerusform>i {n} program więcej</numerusform>
                <numerusform>i {n} programy więcej</numerusform>
                <numerusform>i {n} programów więcej</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and {n} more sources</source>
            <extracomment>and {n} more source</extracomment>
            <translation>
                <numerusform>i {n} źródło więcej</numerusform>
                <numerusform>i {n} źródła więcej</numerusform>
                <numerusform>i {n} źródeł więcej</numerusform>
            </translation>
        </message>
        <message>
            <source>answered {time}</source>
            <translation>odpowiedź {time}</translation>
        </message>
        <message>
            <source>as a ratio of sums</source>
            <translation>jako iloraz sum</translation>
        </message>
        <message>
            <source>as a sum</source>
            <translation>jako suma</translation>
        </message>
        <message>
            <source>as planned</source>
            <translation>zgodnie z planem</translation>
        </message>
        <message>
            <source>as the last value</source>
            <translation>jako ostatnia wartość</translation>
        </message>
        <message>
            <source>as the worst value</source>
            <translation>jako najgorsza wartość</translation>
        </message>
        <message>
            <source>as usual</source>
            <translation>jak zwykle</translation>
        </message>
        <message>
            <source>at the end</source>
            <translation>na końcu</translation>
        </message>
        <message>
            <source>at {time}</source>
            <translation>o {time}</translation>
        </message>
        <message>
            <source>best gap at the end</source>
            <translation>najlepszy wynik na końcu</translation>
        </message>
        <message>
            <source>best proven {rate}</source>
            <translation>najlepszy wynik {rate}</translation>
        </message>
        <message>
            <source>billion {unit}</source>
            <translation>mld {unit}</translation>
        </message>
        <message>
            <source>broker, MQTT</source>
            <translation>broker, MQTT</translation>
        </message>
        <message>
            <source>by line</source>
            <translation>dla każdej linii</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>odwołana</translation>
        </message>
        <message>
            <source>cancelled {day}</source>
            <translation>odwołana {day}</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>zamknięte</translation>
        </message>
        <message>
            <source>closed {when}</source>
            <translation>zamknięto {when}</translation>
        </message>
        <message>
            <source>closes in {n} s</source>
            <translation>znika za {n} s</translation>
        </message>
        <message>
            <source>complete up to {time}</source>
            <translation>wszystko podane do {time}</translation>
        </message>
        <message>
            <source>correct the plan</source>
            <translation>popraw plan</translation>
        </message>
        <message>
            <source>count {change} {unit}</source>
            <translation>liczba {change} {unit}</translation>
        </message>
        <message>
            <source>countermeasure</source>
            <translation>środek zaradczy</translation>
        </message>
        <message>
            <source>countermeasure open</source>
            <translation>środek zaradczy otwarty</translation>
        </message>
        <message>
            <source>countermeasure overdue</source>
            <translation>środek zaradczy po terminie</translation>
        </message>
        <message>
            <source>countermeasure verified</source>
            <translation>środek zaradczy sprawdzony</translation>
        </message>
        <message>
            <source>crew {n}</source>
            <translation>obsada {n}</translation>
        </message>
        <message>
            <source>cumulative</source>
            <translation>narastająco</translation>
        </message>
        <message>
            <source>data {age} old</source>
            <translation>dane sprzed {age}</translation>
        </message>
        <message>
            <source>database, SQL</source>
            <translation>baza danych, SQL</translation>
        </message>
        <message numerus="yes">
            <source>days</source>
            <extracomment>day</extracomment>
            <translation>
                <numerusform>dzień</numerusform>
                <numerusform>dni</numerusform>
                <numerusform>dni</numerusform>
            </translation>
        </message>
        <message>
            <source>days met</source>
            <translation>dni z celem</translation>
        </message>
        <message>
            <source>delta</source>
            <translation>różnica</translation>
        </message>
        <message>
            <source>demo, invented values</source>
            <translation>demo, zmyślone wartości</translation>
        </message>
        <message>
            <source>details</source>
            <translation>szczegóły</translation>
        </message>
        <message>
            <source>due today</source>
            <translation>termin dziś</translation>
        </message>
        <message>
            <source>due {day}</source>
            <translation>termin {day}</translation>
        </message>
        <message>
            <source>end of {shift}</source>
            <translation>koniec: {shift}</translation>
        </message>
        <message>
            <source>ends {n} earlier</source>
            <translation>kończy się {n} wcześniej</translation>
        </message>
        <message>
            <source>fiscal year {year}</source>
            <translation>rok obrotowy {year}</translation>
        </message>
        <message>
            <source>for the rest of the shift</source>
            <translation>do końca zmiany</translation>
        </message>
        <message>
            <source>former colleague</source>
            <translation>były pracownik</translation>
        </message>
        <message>
            <source>from {day}</source>
            <translation>od {day}</translation>
        </message>
        <message>
            <source>hold to sign</source>
            <translation>przytrzymaj, by podpisać</translation>
        </message>
        <message>
            <source>interval</source>
            <translation>przedział</translation>
        </message>
        <message>
            <source>is the gap explained?</source>
            <translation>odchylenie wyjaśnione?</translation>
        </message>
        <message numerus="yes">
            <source>it fell {n} times, last at {time}</source>
            <extracomment>it fell once, at {time}</extracomment>
            <translation>
                <numerusform>przestał działać raz, o {time}</numerusform>
                <numerusform>przestał działać {n} razy, ostatnio o {time}</numerusform>
                <numerusform>przestał działać {n} razy, ostatnio o {time}</numerusform>
            </translation>
        </message>
        <message>
            <source>last recoverable at</source>
            <translation>do odrobienia do</translation>
        </message>
        <message>
            <source>late · {age}</source>
            <translation>opóźnione · {age}</translation>
        </message>
        <message>
            <source>line signal {age}</source>
            <translation>sygnał linii {age}</translation>
        </message>
        <message>
            <source>line signal {age} old</source>
            <translation>sygnał linii sprzed {age}</translation>
        </message>
        <message>
            <source>live · {age}</source>
            <translation>na żywo · {age}</translation>
        </message>
        <message>
            <source>longest run of misses {n}</source>
            <translation>najdłuższa seria niepowodzeń {n}</translation>
        </message>
        <message>
            <source>machine, OPC UA</source>
            <translation>maszyna, OPC UA</translation>
        </message>
        <message>
            <source>mean {value}</source>
            <translation>średnia {value}</translation>
        </message>
        <message>
            <source>met</source>
            <translation>osiągnięto</translation>
        </message>
        <message>
            <source>million {unit}</source>
            <translation>mln {unit}</translation>
        </message>
        <message>
            <source>missed</source>
            <translation>nie osiągnięto</translation>
        </message>
        <message>
            <source>more than a countermeasure is needed</source>
            <translation>sam środek zaradczy nie wystarczy</translation>
        </message>
        <message>
            <source>natural {value}</source>
            <translation>naturalnie {value}</translation>
        </message>
        <message>
            <source>near miss</source>
            <translation>zdarzenie potencjalnie wypadkowe</translation>
        </message>
        <message>
            <source>near miss reported</source>
            <translation>zgłoszono zdarzenie potencjalnie wypadkowe</translation>
        </message>
        <message>
            <source>needs {rate}</source>
            <translation>potrzeba {rate}</translation>
        </message>
        <message>
            <source>no countermeasure</source>
            <translation>bez środka zaradczego</translation>
        </message>
        <message>
            <source>no data yet</source>
            <translation>jeszcze brak danych</translation>
        </message>
        <message>
            <source>no day judged yet</source>
            <translation>żaden dzień jeszcze nieoceniony</translation>
        </message>
        <message>
            <source>no event</source>
            <translation>brak zdarzeń</translation>
        </message>
        <message>
            <source>no line signal</source>
            <translation>brak sygnału linii</translation>
        </message>
        <message>
            <source>no owner</source>
            <translation>nikt nie odpowiada</translation>
        </message>
        <message>
            <source>no plan</source>
            <translation>bez planu</translation>
        </message>
        <message>
            <source>no plan for this shift</source>
            <translation>brak planu na tę zmianę</translation>
        </message>
        <message>
            <source>no reasons for this day</source>
            <translation>brak przyczyn dla tego dnia</translation>
        </message>
        <message>
            <source>no shift</source>
            <translation>brak zmiany</translation>
        </message>
        <message>
            <source>no shift today</source>
            <translation>dziś bez zmiany</translation>
        </message>
        <message>
            <source>no target</source>
            <translation>brak celu</translation>
        </message>
        <message>
            <source>no value yet</source>
            <translation>jeszcze brak wartości</translation>
        </message>
        <message>
            <source>no values yet</source>
            <translation>jeszcze brak wartości</translation>
        </message>
        <message>
            <source>no working time is left</source>
            <translation>nie zostało już czasu pracy</translation>
        </message>
        <message>
            <source>noise</source>
            <translation>szum</translation>
        </message>
        <message>
            <source>none</source>
            <translation>brak</translation>
        </message>
        <message>
            <source>none named</source>
            <translation>nie podano</translation>
        </message>
        <message>
            <source>none needed</source>
            <translation>niepotrzebna</translation>
        </message>
        <message>
            <source>not counted yet</source>
            <translation>jeszcze nie policzono</translation>
        </message>
        <message>
            <source>not entered</source>
            <translation>nie wpisano</translation>
        </message>
        <message>
            <source>not entered yet</source>
            <translation>jeszcze nie wpisano</translation>
        </message>
        <message>
            <source>not everything was entered</source>
            <translation>nie wszystko wpisano</translation>
        </message>
        <message>
            <source>not final yet</source>
            <translation>wstępne</translation>
        </message>
        <message>
            <source>not recorded</source>
            <translation>nie wpisano</translation>
        </message>
        <message>
            <source>not said</source>
            <translation>nie podano</translation>
        </message>
        <message>
            <source>not saved yet</source>
            <translation>jeszcze nie zapisano</translation>
        </message>
        <message>
            <source>not worked</source>
            <translation>wolne</translation>
        </message>
        <message>
            <source>not working now</source>
            <translation>teraz nie pracuje</translation>
        </message>
        <message>
            <source>nothing counted yet</source>
            <translation>jeszcze nic nie policzono</translation>
        </message>
        <message>
            <source>nothing entered, nothing logged</source>
            <translation>brak wpisów</translation>
        </message>
        <message>
            <source>nothing received</source>
            <translation>nic nie odebrano</translation>
        </message>
        <message>
            <source>nothing waiting</source>
            <translation>nic nie czeka</translation>
        </message>
        <message>
            <source>nothing yet</source>
            <translation>jeszcze nic</translation>
        </message>
        <message>
            <source>now</source>
            <translation>teraz</translation>
        </message>
        <message>
            <source>now {rate}</source>
            <translation>teraz {rate}</translation>
        </message>
        <message>
            <source>now {value}</source>
            <translation>teraz {value}</translation>
        </message>
        <message>
            <source>of {plan}</source>
            <translation>z {plan}</translation>
        </message>
        <message>
            <source>offline</source>
            <translation>offline</translation>
        </message>
        <message>
            <source>on pace</source>
            <translation>w tempie</translation>
        </message>
        <message>
            <source>on the list</source>
            <translation>na liście</translation>
        </message>
        <message>
            <source>open</source>
            <translation>w toku</translation>
        </message>
        <message>
            <source>open action</source>
            <translation>otwarte działanie</translation>
        </message>
        <message>
            <source>open at {time}</source>
            <translation>od {time}</translation>
        </message>
        <message>
            <source>open day</source>
            <translation>bieżący dzień</translation>
        </message>
        <message>
            <source>order {order}</source>
            <translation>zlec. {order}</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>po terminie</translation>
        </message>
        <message>
            <source>owner</source>
            <translation>kto</translation>
        </message>
        <message>
            <source>owner {name}</source>
            <translation>odpowiada {name}</translation>
        </message>
        <message>
            <source>partial month</source>
            <translation>niepełny miesiąc</translation>
        </message>
        <message>
            <source>plan</source>
            <translation>plan</translation>
        </message>
        <message>
            <source>plan now</source>
            <translation>plan teraz</translation>
        </message>
        <message>
            <source>plan {value}</source>
            <translation>plan {value}</translation>
        </message>
        <message>
            <source>program</source>
            <translation>program</translation>
        </message>
        <message numerus="yes">
            <source>readings today</source>
            <extracomment>reading today</extracomment>
            <translation>
                <numerusform>odczyt dzisiaj</numerusform>
                <numerusform>odczyty dzisiaj</numerusform>
                <numerusform>odczytów dzisiaj</numerusform>
            </translation>
        </message>
        <message>
            <source>reasons</source>
            <translation>przyczyny</translation>
        </message>
        <message>
            <source>record {n}</source>
            <translation>rekord {n}</translation>
        </message>
        <message>
            <source>review due</source>
            <translation>do sprawdzenia</translation>
        </message>
        <message>
            <source>reviewed</source>
            <translation>sprawdzono</translation>
        </message>
        <message>
            <source>running</source>
            <translation>trwa</translation>
        </message>
        <message>
            <source>server</source>
            <translation>serwer</translation>
        </message>
        <message>
            <source>server offline</source>
            <translation>serwer offline</translation>
        </message>
        <message>
            <source>server offline since {time}</source>
            <translation>serwer offline od {time}</translation>
        </message>
        <message>
            <source>server, HTTP</source>
            <translation>serwer, HTTP</translation>
        </message>
        <message>
            <source>shift</source>
            <translation>zmiana</translation>
        </message>
        <message>
            <source>signal</source>
            <translation>sygnał</translation>
        </message>
        <message>
            <source>since last accident</source>
            <translation>od ostatniego wypadku</translation>
        </message>
        <message>
            <source>since last lost-time accident</source>
            <translation>od ostatniego wypadku z absencją</translation>
        </message>
        <message>
            <source>since {day}</source>
            <translation>od {day}</translation>
        </message>
        <message>
            <source>since {time}</source>
            <translation>od {time}</translation>
        </message>
        <message>
            <source>standard rate</source>
            <translation>norma</translation>
        </message>
        <message>
            <source>start {value}</source>
            <translation>start {value}</translation>
        </message>
        <message>
            <source>starts {n} earlier</source>
            <translation>zaczyna się {n} wcześniej</translation>
        </message>
        <message>
            <source>starts {n} later</source>
            <translation>zaczyna się {n} później</translation>
        </message>
        <message>
            <source>taken back</source>
            <translation>cofnięto</translation>
        </message>
        <message>
            <source>taken off</source>
            <translation>usunięto</translation>
        </message>
        <message>
            <source>tap: count</source>
            <translation>dotknij: liczba</translation>
        </message>
        <message>
            <source>tap: enter the count</source>
            <translation>dotknij: wpisz liczbę</translation>
        </message>
        <message>
            <source>tap: give the reason</source>
            <translation>dotknij: podaj przyczynę</translation>
        </message>
        <message>
            <source>tap: reason</source>
            <translation>dotknij: przyczyna</translation>
        </message>
        <message>
            <source>target</source>
            <translation>cel</translation>
        </message>
        <message>
            <source>target {value}</source>
            <translation>cel {value}</translation>
        </message>
        <message>
            <source>the change</source>
            <translation>zmiana</translation>
        </message>
        <message>
            <source>the gap of {gap} is now fully explained</source>
            <translation>odchylenie {gap} jest teraz w pełni wyjaśnione</translation>
        </message>
        <message>
            <source>the plan cannot be met</source>
            <translation>planu nie da się wykonać</translation>
        </message>
        <message>
            <source>the plan of the shift is made</source>
            <translation>plan zmiany wykonany</translation>
        </message>
        <message>
            <source>the shift ended at {time}</source>
            <translation>zmiana skończyła się o {time}</translation>
        </message>
        <message>
            <source>then {n} more</source>
            <translation>potem jeszcze {n}</translation>
        </message>
        <message>
            <source>this screen</source>
            <translation>ten ekran</translation>
        </message>
        <message>
            <source>thousand {unit}</source>
            <translation>tys. {unit}</translation>
        </message>
        <message>
            <source>to come</source>
            <translation>nadejdzie</translation>
        </message>
        <message>
            <source>to explain</source>
            <translation>do opisu</translation>
        </message>
        <message>
            <source>today</source>
            <translation>dziś</translation>
        </message>
        <message>
            <source>tomorrow</source>
            <translation>jutro</translation>
        </message>
        <message>
            <source>trend</source>
            <translation>trend</translation>
        </message>
        <message>
            <source>trend and plan</source>
            <translation>trend i plan</translation>
        </message>
        <message>
            <source>verified</source>
            <translation>sprawdzone</translation>
        </message>
        <message>
            <source>waiting for a reason. Touch one.</source>
            <translation>czeka na przyczynę. Dotknij.</translation>
        </message>
        <message>
            <source>watch</source>
            <translation>uwaga</translation>
        </message>
        <message>
            <source>what is planned</source>
            <translation>co jest zaplanowane</translation>
        </message>
        <message>
            <source>whole site</source>
            <translation>cały zakład</translation>
        </message>
        <message>
            <source>with the data</source>
            <translation>z danymi</translation>
        </message>
        <message>
            <source>workbooks</source>
            <translation>skoroszyty</translation>
        </message>
        <message>
            <source>worked after all</source>
            <translation>jednak roboczy</translation>
        </message>
        <message>
            <source>year to date {kind}</source>
            <translation>narastająco od początku roku {kind}</translation>
        </message>
        <message>
            <source>year {year}</source>
            <translation>rok {year}</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>wczoraj</translation>
        </message>
        <message>
            <source>yesterday {value}</source>
            <translation>wczoraj {value}</translation>
        </message>
        <message>
            <source>{age} old</source>
            <translation>sprzed {age}</translation>
        </message>
        <message>
            <source>{a} of {b} {unit} {name}</source>
            <translation>{a} z {b} {unit} {name}</translation>
        </message>
        <message>
            <source>{group}: what was it?</source>
            <translation>{group}: co to było?</translation>
        </message>
        <message>
            <source>{h} h {m}</source>
            <translation>{h} h {m}</translation>
        </message>
        <message>
            <source>{kpi} per day</source>
            <translation>{kpi} dziennie</translation>
        </message>
        <message>
            <source>{kpi} {value} is above {limit}</source>
            <translation>{kpi} {value} jest powyżej {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} is below {limit}</source>
            <translation>{kpi} {value} jest poniżej {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} is just above {limit}</source>
            <translation>{kpi} {value} jest tuż powyżej {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} is just below {limit}</source>
            <translation>{kpi} {value} jest tuż poniżej {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} is within {limit}</source>
            <translation>{kpi} {value} mieści się w {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} reaches {limit}</source>
            <translation>{kpi} {value} osiąga {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} so far, no target</source>
            <translation>{kpi} dotąd {value}, brak celu</translation>
        </message>
        <message>
            <source>{kpi} {value}, no target</source>
            <translation>{kpi} {value}, brak celu</translation>
        </message>
        <message>
            <source>{left} of {gap} still not explained</source>
            <translation>{left} z {gap} wciąż niewyjaśnione</translation>
        </message>
        <message>
            <source>{line} has no working time on {day}.</source>
            <translation>{line} nie ma czasu pracy: {day}.</translation>
        </message>
        <message>
            <source>{names} and {last}</source>
            <translation>{names} i {last}</translation>
        </message>
        <message>
            <source>{name} taken off</source>
            <translation>{name} – usunięto</translation>
        </message>
        <message>
            <source>{name} {a} of {b} {unit}</source>
            <translation>{name} {a} z {b} {unit}</translation>
        </message>
        <message>
            <source>{notice} (and {n} more)</source>
            <translation>{notice} (i jeszcze {n})</translation>
        </message>
        <message>
            <source>{n} % of the shift</source>
            <translation>{n}% zmiany</translation>
        </message>
        <message>
            <source>{n} % of the shift made</source>
            <translation>wykonano {n}% zmiany</translation>
        </message>
        <message>
            <source>{n} % so far</source>
            <translation>dotąd {n}%</translation>
        </message>
        <message>
            <source>{n} % to the order's end</source>
            <translation>{n}% do końca zlecenia</translation>
        </message>
        <message>
            <source>{n} behind pace</source>
            <translation>{n} za tempem</translation>
        </message>
        <message numerus="yes">
            <source>{n} changes made on this wall</source>
            <extracomment>{n} change made on this wall</extracomment>
            <translation>
                <numerusform>{n} zmiana na tej tablicy</numerusform>
                <numerusform>{n} zmiany na tej tablicy</numerusform>
                <numerusform>{n} zmian na tej tablicy</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} days</source>
            <extracomment>{n} day</extracomment>
            <translation>
                <numerusform>{n} dzień</numerusform>
                <numerusform>{n} dni</numerusform>
                <numerusform>{n} dni</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} days late</source>
            <extracomment>{n} day late</extracomment>
            <translation>
                <numerusform>{n} dzień po terminie</numerusform>
                <numerusform>{n} dni po terminie</numerusform>
                <numerusform>{n} dni po terminie</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} days since the last lost-time accident</source>
            <extracomment>{n} day since the last lost-time accident</extracomment>
            <translation>
                <numerusform>{n} dzień od ostatniego wypadku z absencją</numerusform>
                <numerusform>{n} dni od ostatniego wypadku z absencją</numerusform>
                <numerusform>{n} dni od ostatniego wypadku z absencją</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} explained · {more} too many</source>
            <translation>wyjaśniono {n} · o {more} za dużo</translation>
        </message>
        <message>
            <source>{n} explained · {rest} not</source>
            <translation>wyjaśniono {n} · {rest} nie</translation>
        </message>
        <message>
            <source>{n} h</source>
            <translation>{n} h</translation>
        </message>
        <message>
            <source>{n} in a row</source>
            <translation>{n} z rzędu</translation>
        </message>
        <message numerus="yes">
            <source>{n} intervals</source>
            <extracomment>{n} interval</extracomment>
            <translation>
                <numerusform>{n} przedział</numerusform>
                <numerusform>{n} przedziały</numerusform>
                <numerusform>{n} przedziałów</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} intervals to come</source>
            <extracomment>{n} interval to come</extracomment>
            <translation>
                <numerusform>jeszcze {n} przedział</numerusform>
                <numerusform>jeszcze {n} przedziały</numerusform>
                <numerusform>jeszcze {n} przedziałów</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} intervals to explain</source>
            <translation>przedziały do wyjaśnienia: {n}</translation>
        </message>
        <message numerus="yes">
            <source>{n} intervals, {missed} missed</source>
            <extracomment>{n} interval, {missed} missed</extracomment>
            <translation>
                <numerusform>{n} przedział, bez celu {missed}</numerusform>
                <numerusform>{n} przedziały, bez celu {missed}</numerusform>
                <numerusform>{n} przedziałów, bez celu {missed}</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} later</source>
            <translation>{n} później</translation>
        </message>
        <message numerus="yes">
            <source>{n} lost-time accidents</source>
            <extracomment>One lost-time accident</extracomment>
            <translation>
                <numerusform>Jeden wypadek z absencją</numerusform>
                <numerusform>{n} wypadki z absencją</numerusform>
                <numerusform>{n} wypadków z absencją</numerusform>
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
                <numerusform>{n}× bez celu</numerusform>
                <numerusform>{n}× bez celu</numerusform>
                <numerusform>{n}× bez celu</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} months reported</source>
            <extracomment>{n} month reported</extracomment>
            <translation>
                <numerusform>{n} miesiąc zgłoszony</numerusform>
                <numerusform>{n} miesiące zgłoszone</numerusform>
                <numerusform>{n} miesięcy zgłoszonych</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} more</source>
            <translation>jeszcze {n}</translation>
        </message>
        <message numerus="yes">
            <source>{n} near misses were reported</source>
            <extracomment>One near miss was reported</extracomment>
            <translation>
                <numerusform>Zgłoszono jedno zdarzenie potencjalnie wypadkowe</numerusform>
                <numerusform>Zgłoszono {n} zdarzenia potencjalnie wypadkowe</numerusform>
                <numerusform>Zgłoszono {n} zdarzeń potencjalnie wypadkowych</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} not explained</source>
            <translation>niewyjaśnione {n}</translation>
        </message>
        <message numerus="yes">
            <source>{n} of {count} need a look</source>
            <extracomment>{n} of {count} needs a look</extracomment>
            <translation>
                <numerusform>{n} z {count} wymaga uwagi</numerusform>
                <numerusform>{n} z {count} wymagają uwagi</numerusform>
                <numerusform>{n} z {count} wymaga uwagi</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} of {most} MiB</source>
            <translation>{n} z {most} MiB</translation>
        </message>
        <message>
            <source>{n} of {m}</source>
            <translation>{n} z {m}</translation>
        </message>
        <message>
            <source>{n} of {m} days met</source>
            <translation>{n} z {m} dni osiągnięto</translation>
        </message>
        <message>
            <source>{n} of {m} entered</source>
            <translation>wpisano {n} z {m}</translation>
        </message>
        <message>
            <source>{n} of {m} lines</source>
            <translation>{n} z {m} linii</translation>
        </message>
        <message>
            <source>{n} of {m} lines met</source>
            <translation>{n} z {m} linii osiągnęło cel</translation>
        </message>
        <message>
            <source>{n} of {m} lines met so far</source>
            <translation>dotąd {n} z {m} linii osiągnęło cel</translation>
        </message>
        <message>
            <source>{n} overtime</source>
            <translation>{n} nadgodzin</translation>
        </message>
        <message numerus="yes">
            <source>{n} people needed first aid</source>
            <extracomment>One person needed first aid</extracomment>
            <translation>
                <numerusform>Jedna osoba wymagała pierwszej pomocy</numerusform>
                <numerusform>{n} osoby wymagały pierwszej pomocy</numerusform>
                <numerusform>{n} osób wymagało pierwszej pomocy</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} recordable injuries</source>
            <extracomment>One recordable injury</extracomment>
            <translation>
                <numerusform>Jeden uraz podlegający rejestracji</numerusform>
                <numerusform>{n} urazy podlegające rejestracji</numerusform>
                <numerusform>{n} urazów podlegających rejestracji</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} rejected</source>
            <translation>{n} odrzutów</translation>
        </message>
        <message>
            <source>{n} s</source>
            <translation>{n} s</translation>
        </message>
        <message numerus="yes">
            <source>{n} sources</source>
            <extracomment>{n} source</extracomment>
            <translation>
                <numerusform>{n} źródło</numerusform>
                <numerusform>{n} źródła</numerusform>
                <numerusform>{n} źródeł</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} taps waiting, kept on this screen</source>
            <extracomment>{n} tap waiting, kept on this screen</extracomment>
            <translation>
                <numerusform>{n} wpis czeka, zapisany na tym ekranie</numerusform>
                <numerusform>{n} wpisy czekają, zapisane na tym ekranie</numerusform>
                <numerusform>{n} wpisów czeka, zapisanych na tym ekranie</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} to go</source>
            <translation>zostało {n}</translation>
        </message>
        <message>
            <source>{n} to make</source>
            <translation>ilość {n}</translation>
        </message>
        <message>
            <source>{n} waiting</source>
            <translation>{n} czeka</translation>
        </message>
        <message>
            <source>{n} waiting for the disk</source>
            <translation>{n} czeka na dysk</translation>
        </message>
        <message>
            <source>{n} {unit} counted</source>
            <translation>policzono {n} {unit}</translation>
        </message>
        <message>
            <source>{n} {unit} explained</source>
            <translation>wyjaśniono {n} {unit}</translation>
        </message>
        <message>
            <source>{n} {unit} explained, {surplus} more than are missing</source>
            <translation>wyjaśniono {n} {unit}, o {surplus} więcej niż brakuje</translation>
        </message>
        <message>
            <source>{n} {unit} not explained. What was it?</source>
            <translation>Niewyjaśnione: {n} {unit}. Co to było?</translation>
        </message>
        <message>
            <source>{n} {unit} with this</source>
            <translation>razem z tym {n} {unit}</translation>
        </message>
        <message>
            <source>{rate}/h</source>
            <translation>{rate}/h</translation>
        </message>
        <message>
            <source>{reason} not added: nothing is left to explain</source>
            <translation>{reason} – nie dodano: nie ma już czego wyjaśniać</translation>
        </message>
        <message>
            <source>{said}; next try at {time}</source>
            <translation>{said}; następna próba o {time}</translation>
        </message>
        <message>
            <source>{shift} as usual</source>
            <translation>{shift} jak zwykle</translation>
        </message>
        <message>
            <source>{shift} cancelled</source>
            <translation>{shift} – odwołano</translation>
        </message>
        <message>
            <source>{state} so far</source>
            <translation>dotąd {state}</translation>
        </message>
        <message>
            <source>{target} of the lines together</source>
            <translation>{target} wszystkich linii razem</translation>
        </message>
        <message>
            <source>{target} since {day}</source>
            <translation>{target} od {day}</translation>
        </message>
        <message>
            <source>{time} left</source>
            <translation>zost. {time}</translation>
        </message>
        <message>
            <source>{what} so far</source>
            <translation>{what} (dotąd)</translation>
        </message>
        <message>
            <source>≈ shared out</source>
            <translation>≈ podzielone</translation>
        </message>
    </context>
    <context>
        <name>languages</name>
        <message>
            <source>English</source>
            <translation>Polski</translation>
        </message>
    </context>
    <context>
        <name>told</name>
        <message>
            <source>'{node}' is no line; a run is planned for one line.</source>
            <translation>„{node}” nie jest linią; serię planuje się dla jednej linii.</translation>
        </message>
        <message>
            <source>An interval lasts more than nothing and at most 24 hours; this entry's does not.</source>
            <translation>Przedział trwa dłużej niż nic i najwyżej 24 godziny; ten nie.</translation>
        </message>
        <message>
            <source>Another program is writing to this database, so this was not kept. Close that program.</source>
            <translation>Inny program zapisuje w tej bazie, więc tego nie zapisano. Zamknij tamten program.</translation>
        </message>
        <message>
            <source>Entry {entry} is a {kind} and cannot be changed by a {by}. Look once more.</source>
            <translation>Wpisu {entry} ({kind}) nie można tak zmienić ({by}). Spójrz jeszcze raz.</translation>
        </message>
        <message>
            <source>Entry {entry} is not in the journal, so it cannot be changed. Look once more.</source>
            <translation>Wpisu {entry} nie ma w dzienniku, więc nie można go zmienić. Spójrz jeszcze raz.</translation>
        </message>
        <message>
            <source>Entry {entry} was taken back before; nothing is left to do.</source>
            <translation>Wpis {entry} już cofnięto; nie ma nic do zrobienia.</translation>
        </message>
        <message>
            <source>No shift '{shift}' is worked there; it is one of {known}.</source>
            <translation>Nie pracuje się tam na zmianie „{shift}”; są {known}.</translation>
        </message>
        <message>
            <source>Nobody with the id '{person}' is known here.</source>
            <translation>Nikt o identyfikatorze „{person}” nie jest tu znany.</translation>
        </message>
        <message>
            <source>Shift {shift} is not worked on {day}, or would have no time left.</source>
            <translation>Zmiana {shift} nie pracuje: {day}, albo nie zostałby jej czas.</translation>
        </message>
        <message>
            <source>Shift {shift} of {day} is closed until {time}; change what comes after that.</source>
            <translation>Zmiana {shift} ({day}) jest zamknięta do {time}; zmień to, co później.</translation>
        </message>
        <message>
            <source>The clock says {now}, but the last entry was made at {last} (UTC).</source>
            <translation>Zegar pokazuje {now}, a ostatni wpis jest z {last} (UTC).</translation>
        </message>
        <message>
            <source>The database is damaged, so this was not kept. The board will move it aside and start a new one.</source>
            <translation>Baza danych jest uszkodzona, więc tego nie zapisano. Tablica odłoży ją i zacznie nową.</translation>
        </message>
        <message>
            <source>The difference between the two figures is not one that can be kept; enter it rounded.</source>
            <translation>Różnicy tych dwóch liczb nie da się zapisać; wpisz ją zaokrągloną.</translation>
        </message>
        <message>
            <source>The disk can only be read, so this was not kept. Check the disk and its mount.</source>
            <translation>Dysk można tylko czytać, więc tego nie zapisano. Sprawdź dysk i jego podłączenie.</translation>
        </message>
        <message>
            <source>The disk did not take this. Check the disk; the board tries again with the next touch.</source>
            <translation>Dysk tego nie przyjął. Sprawdź dysk; tablica spróbuje przy następnym dotknięciu.</translation>
        </message>
        <message>
            <source>The disk is full, so this was not kept. Make room; the board goes on by itself.</source>
            <translation>Dysk jest pełny, więc tego nie zapisano. Zrób miejsce; tablica ruszy sama.</translation>
        </message>
        <message>
            <source>The id {id} already belongs to another entry. Touch once more.</source>
            <translation>Identyfikator {id} należy już do innego wpisu. Dotknij jeszcze raz.</translation>
        </message>
        <message>
            <source>The plant has no KPI '{kpi}'.</source>
            <translation>Zakład nie ma wskaźnika „{kpi}”.</translation>
        </message>
        <message>
            <source>The plant has no line, area or site '{node}'; this change was made for it.</source>
            <translation>Zakład nie ma linii, obszaru ani miejsca „{node}”, którego dotyczy ta zmiana.</translation>
        </message>
        <message>
            <source>The plant has no line, area or site '{node}'; this figure was entered for it.</source>
            <translation>Zakład nie ma linii, obszaru ani miejsca „{node}”, którego dotyczy ta liczba.</translation>
        </message>
        <message>
            <source>The plant has no measure '{measure}'; this figure was entered for it.</source>
            <translation>Zakład nie ma wielkości „{measure}”, której dotyczy ta liczba.</translation>
        </message>
        <message>
            <source>The plant has no reason '{code}' that could be taken off.</source>
            <translation>Zakład nie ma przyczyny „{code}”, którą można by usunąć.</translation>
        </message>
        <message>
            <source>The target of {kpi} is a range from low to high.</source>
            <translation>Cel dla {kpi} to zakres od najmniejszej do największej wartości.</translation>
        </message>
        <message>
            <source>The target of {kpi} is one value.</source>
            <translation>Cel dla {kpi} to jedna wartość.</translation>
        </message>
        <message>
            <source>This entry could not be kept. Try again.</source>
            <translation>Tego wpisu nie udało się zapisać. Spróbuj ponownie.</translation>
        </message>
        <message>
            <source>This person cannot be kept: a name is needed.</source>
            <translation>Tej osoby nie można zapisać: potrzebne jest nazwisko.</translation>
        </message>
        <message>
            <source>This time is over; a run is planned for now or later.</source>
            <translation>Ten czas minął; serię planuje się na teraz lub później.</translation>
        </message>
        <message>
            <source>This would leave {left} of {measure} in the interval, and fewer than none cannot be. Enter a smaller correction.</source>
            <translation>W przedziale zostałoby {left} ({measure}), a mniej niż zero być nie może. Wpisz mniejszą poprawkę.</translation>
        </message>
        <message>
            <source>This would leave {left} of {measure} on the day, and fewer than none cannot be. Look at the day once more: something else was entered meanwhile.</source>
            <translation>W tym dniu zostałoby {left} ({measure}), a mniej niż zero być nie może. Spójrz na ten dzień jeszcze raz: w międzyczasie wpisano coś innego.</translation>
        </message>
        <message>
            <source>it answered no more and was ended</source>
            <translation>przestał odpowiadać i został zakończony</translation>
        </message>
        <message>
            <source>it could not be started</source>
            <translation>nie dał się uruchomić</translation>
        </message>
        <message>
            <source>it ended by itself</source>
            <translation>sam się zakończył</translation>
        </message>
        <message>
            <source>it printed what is no batch and was ended</source>
            <translation>wypisał coś niezrozumiałego i został zakończony</translation>
        </message>
        <message>
            <source>it took more than {most} MiB of memory and was ended</source>
            <translation>zajął więcej niż {most} MiB pamięci i został zakończony</translation>
        </message>
        <message>
            <source>the program that reads {sources} fell ({why}) and is started again</source>
            <translation>program czytający {sources} przestał działać ({why}) i jest uruchamiany ponownie</translation>
        </message>
        <message>
            <source>{complaint} Set the clock right, then change the plan.</source>
            <translation>{complaint} Ustaw zegar, potem zmień plan.</translation>
        </message>
        <message>
            <source>{day} has not begun yet; enter its figures when it has.</source>
            <translation>{day} jeszcze się nie zaczął; wpisz jego dane, gdy się zacznie.</translation>
        </message>
        <message>
            <source>{day} is over and keeps its target; a target is set from today or a later day.</source>
            <translation>{day} minął i zachowuje swój cel; cel ustala się od dziś lub później.</translation>
        </message>
        <message>
            <source>{day} is over and keeps what it had; change today or a later day.</source>
            <translation>{day} minął i zostaje bez zmian; zmień dziś lub późniejszy dzień.</translation>
        </message>
        <message>
            <source>{measure} cannot be less than none.</source>
            <translation>{measure} nie może być mniej niż zero.</translation>
        </message>
    </context>
</TS>

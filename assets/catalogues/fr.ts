<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
    <context>
        <name>Pages</name>
        <message>
            <source>Board</source>
            <translation>Tableau</translation>
        </message>
        <message>
            <source>Intervals</source>
            <translation>Intervalles</translation>
        </message>
        <message>
            <source>KPIs</source>
            <translation>Indicateurs</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>Lignes</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>Plan</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Sources</translation>
        </message>
    </context>
    <context>
        <name>board</name>
        <message>
            <source> and </source>
            <translation> et </translation>
        </message>
        <message>
            <source>/h</source>
            <translation>/h</translation>
        </message>
        <message>
            <source>1 day</source>
            <translation>1 jour</translation>
        </message>
        <message>
            <source>1 earlier interval</source>
            <translation>1 intervalle antérieur</translation>
        </message>
        <message>
            <source>1 h</source>
            <translation>1 h</translation>
        </message>
        <message>
            <source>1 week</source>
            <translation>1 semaine</translation>
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
            <translation>Un nom a au plus {n} lettres ; celui-ci en a {m}.</translation>
        </message>
        <message>
            <source>A range has a lowest and a highest value.</source>
            <translation>Une plage a une valeur minimale et une valeur maximale.</translation>
        </message>
        <message>
            <source>A rate is more than nothing; erase it for the standard rate.</source>
            <translation>Une cadence est supérieure à zéro ; effacez-la pour la cadence standard.</translation>
        </message>
        <message>
            <source>A run ends after it starts: choose a later end or an earlier start.</source>
            <translation>Une série finit après avoir commencé : choisissez une fin plus tardive ou un début plus tôt.</translation>
        </message>
        <message>
            <source>A shift ends after it starts: choose a later end or an earlier start.</source>
            <translation>Un poste finit après avoir commencé : choisissez une fin plus tardive ou un début plus tôt.</translation>
        </message>
        <message>
            <source>A shift lasts at most 24 hours.</source>
            <translation>Un poste dure au plus 24 heures.</translation>
        </message>
        <message>
            <source>A source of data fails</source>
            <translation>Une source de données est en panne</translation>
        </message>
        <message>
            <source>Actions</source>
            <translation>Actions</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>Ajouter une personne</translation>
        </message>
        <message>
            <source>Add a reason</source>
            <translation>Ajouter une cause</translation>
        </message>
        <message>
            <source>Add days not worked</source>
            <translation>Ajouter des jours chômés</translation>
        </message>
        <message>
            <source>Add detail</source>
            <translation>Préciser</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>Administrateur</translation>
        </message>
        <message>
            <source>All others</source>
            <translation>Toutes les autres</translation>
        </message>
        <message>
            <source>Another board</source>
            <translation>Autre tableau</translation>
        </message>
        <message>
            <source>As before</source>
            <translation>Inchangé</translation>
        </message>
        <message>
            <source>At best</source>
            <translation>Au mieux</translation>
        </message>
        <message>
            <source>At least</source>
            <translation>Au moins</translation>
        </message>
        <message>
            <source>At most</source>
            <translation>Au plus</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
            <source>CSV files</source>
            <translation>fichiers CSV</translation>
        </message>
        <message>
            <source>Cancel the shift</source>
            <translation>Annuler le poste</translation>
        </message>
        <message>
            <source>Capitals</source>
            <translation>Majuscules</translation>
        </message>
        <message>
            <source>Caps</source>
            <translation>Bouchons</translation>
        </message>
        <message>
            <source>Changed on this wall</source>
            <translation>Modifié sur ce tableau</translation>
        </message>
        <message>
            <source>Changeover</source>
            <translation>Changement de série</translation>
        </message>
        <message>
            <source>Changeover to {product}</source>
            <translation>Changement vers {product}</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>Modifications</translation>
        </message>
        <message>
            <source>Choose a group, or type a new one.</source>
            <translation>Choisissez un groupe ou saisissez-en un nouveau.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Commentaire</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>Compter</translation>
        </message>
        <message>
            <source>Crew</source>
            <translation>Effectif</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Jour</translation>
        </message>
        <message>
            <source>Days before {day} keep the target they had.</source>
            <translation>Les jours avant {day} gardent leur objectif.</translation>
        </message>
        <message>
            <source>Days not worked</source>
            <translation>Jours chômés</translation>
        </message>
        <message>
            <source>Deviation</source>
            <translation>Écart</translation>
        </message>
        <message>
            <source>Deviations</source>
            <translation>Écarts</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Terminé</translation>
        </message>
        <message>
            <source>Duration</source>
            <translation>Durée</translation>
        </message>
        <message>
            <source>Ends</source>
            <translation>Fin</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Saisir</translation>
        </message>
        <message>
            <source>Enter or correct</source>
            <translation>Saisir ou corriger</translation>
        </message>
        <message>
            <source>Entered and logged</source>
            <translation>Saisi et consigné</translation>
        </message>
        <message>
            <source>Erase</source>
            <translation>Effacer</translation>
        </message>
        <message>
            <source>Events, {day}</source>
            <translation>Événements, {day}</translation>
        </message>
        <message>
            <source>Every gap has its reason.</source>
            <translation>Chaque écart a sa cause.</translation>
        </message>
        <message>
            <source>Failing since {time}: {sentence}</source>
            <translation>En panne depuis {time} : {sentence}</translation>
        </message>
        <message>
            <source>Filler</source>
            <translation>Remplisseuse</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Premier jour</translation>
        </message>
        <message>
            <source>First of next month</source>
            <translation>Mois prochain</translation>
        </message>
        <message>
            <source>Fiscal year {year}</source>
            <translation>Exercice {year}</translation>
        </message>
        <message>
            <source>Footer</source>
            <translation>Pied de page</translation>
        </message>
        <message>
            <source>From</source>
            <translation>De</translation>
        </message>
        <message>
            <source>Give the reason</source>
            <translation>Donner la cause</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Groupe</translation>
        </message>
        <message>
            <source>Header</source>
            <translation>En-tête</translation>
        </message>
        <message>
            <source>Highest</source>
            <translation>Maximum</translation>
        </message>
        <message>
            <source>Hold to review {span}</source>
            <translation>Maintenir pour viser {span}</translation>
        </message>
        <message>
            <source>Hourly detail</source>
            <translation>Détail horaire</translation>
        </message>
        <message>
            <source>Hourly detail today</source>
            <translation>Détail horaire du jour</translation>
        </message>
        <message>
            <source>How many {unit} more?</source>
            <translation>Combien de {unit} en plus ?</translation>
        </message>
        <message>
            <source>How much</source>
            <translation>Combien</translation>
        </message>
        <message>
            <source>How much was it?</source>
            <translation>Combien était-ce ?</translation>
        </message>
        <message>
            <source>Icon</source>
            <translation>Icône</translation>
        </message>
        <message>
            <source>In words</source>
            <translation>En mots</translation>
        </message>
        <message>
            <source>Intervals</source>
            <translation>Intervalles</translation>
        </message>
        <message>
            <source>Intervals of every line</source>
            <translation>Intervalles de toutes les lignes</translation>
        </message>
        <message>
            <source>Intervals of {line}</source>
            <translation>Intervalles de {line}</translation>
        </message>
        <message>
            <source>It answers, but has told nothing newer than {time}</source>
            <translation>Répond, mais n’a rien dit de plus récent que {time}</translation>
        </message>
        <message>
            <source>It ends before it starts.</source>
            <translation>La fin précède le début.</translation>
        </message>
        <message>
            <source>It is the target of a day; the plans of months stay.</source>
            <translation>C’est l’objectif d’un jour ; les plans des mois restent.</translation>
        </message>
        <message>
            <source>It lasts {n}.</source>
            <translation>Durée {n}.</translation>
        </message>
        <message>
            <source>It takes the place of what was planned for this time.</source>
            <translation>Cela remplace ce qui était prévu à ce moment.</translation>
        </message>
        <message>
            <source>JOP</source>
            <translation>dép.</translation>
        </message>
        <message>
            <source>KPI</source>
            <translation>Indicateur</translation>
        </message>
        <message>
            <source>KPIs</source>
            <translation>Indicateurs</translation>
        </message>
        <message>
            <source>KPIs {span} of {n}</source>
            <translation>{span} sur {n}</translation>
        </message>
        <message>
            <source>KPIs, fiscal year {year}</source>
            <translation>Indicateurs, exercice {year}</translation>
        </message>
        <message>
            <source>KPIs, year {year}</source>
            <translation>Indicateurs, année {year}</translation>
        </message>
        <message>
            <source>Labeller</source>
            <translation>Étiqueteuse</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Dernier jour</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>Lettre</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>Lettres</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>Lignes</translation>
        </message>
        <message>
            <source>Log a deviation</source>
            <translation>Saisir un écart</translation>
        </message>
        <message>
            <source>Lowest</source>
            <translation>Minimum</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>Produit</translation>
        </message>
        <message>
            <source>Met so far: {why}</source>
            <translation>Atteint jusqu’ici : {why}</translation>
        </message>
        <message>
            <source>Met: {why}</source>
            <translation>Atteint : {why}</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>Minutes</translation>
        </message>
        <message>
            <source>Missed because {why}</source>
            <translation>Manqué : {why}</translation>
        </message>
        <message>
            <source>Missed so far: {why}</source>
            <translation>Manqué jusqu’ici : {why}</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Plus</translation>
        </message>
        <message>
            <source>More figures</source>
            <translation>Autres chiffres</translation>
        </message>
        <message>
            <source>More lines</source>
            <translation>Autres lignes</translation>
        </message>
        <message>
            <source>More reasons</source>
            <translation>Autres causes</translation>
        </message>
        <message>
            <source>More than eight reasons on {lines}: the rarest stand behind the last tile.</source>
            <translation>Plus de huit causes sur {lines} : les plus rares sont derrière la dernière case.</translation>
        </message>
        <message>
            <source>More than eight reasons: the rarest stand behind the last tile.</source>
            <translation>Plus de huit causes : les plus rares sont derrière la dernière case.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Need</source>
            <translation>Il faut</translation>
        </message>
        <message>
            <source>Newer</source>
            <translation>Plus récents</translation>
        </message>
        <message>
            <source>Next KPIs</source>
            <translation>Indicateurs suivants</translation>
        </message>
        <message>
            <source>Next Monday</source>
            <translation>Lundi prochain</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>Page suivante</translation>
        </message>
        <message>
            <source>No KPIs are set up</source>
            <translation>Aucun indicateur n’est défini</translation>
        </message>
        <message>
            <source>No KPIs yet: the plant file names them.</source>
            <translation>Pas encore d’indicateurs : le fichier d’usine les nomme.</translation>
        </message>
        <message>
            <source>No days off ahead.</source>
            <translation>Aucun jour chômé à venir.</translation>
        </message>
        <message>
            <source>No event</source>
            <translation>Aucun événement</translation>
        </message>
        <message>
            <source>No event on this day</source>
            <translation>Aucun événement ce jour-là</translation>
        </message>
        <message>
            <source>No event so far</source>
            <translation>Aucun événement jusqu’ici</translation>
        </message>
        <message>
            <source>No letters are set up</source>
            <translation>Aucune lettre n’est définie</translation>
        </message>
        <message>
            <source>No lines yet: the plant file names them.</source>
            <translation>Pas encore de lignes : le fichier d’usine les nomme.</translation>
        </message>
        <message>
            <source>No people are named in the plant file.</source>
            <translation>Aucune personne n’est nommée dans le fichier d’usine.</translation>
        </message>
        <message>
            <source>No product named</source>
            <translation>Aucun produit indiqué</translation>
        </message>
        <message>
            <source>No quantity is left. Take the reason back instead.</source>
            <translation>Il ne reste aucune quantité. Retirez plutôt la cause.</translation>
        </message>
        <message>
            <source>No reason given</source>
            <translation>Sans cause indiquée</translation>
        </message>
        <message>
            <source>No reasons yet. Add the first one.</source>
            <translation>Pas encore de causes. Ajoutez la première.</translation>
        </message>
        <message>
            <source>No shift</source>
            <translation>Pas de poste</translation>
        </message>
        <message>
            <source>No shift on any line</source>
            <translation>Pas de poste sur aucune ligne</translation>
        </message>
        <message>
            <source>No shift today, and nothing planned.</source>
            <translation>Pas de poste aujourd’hui, et rien de prévu.</translation>
        </message>
        <message>
            <source>No source of data</source>
            <translation>Aucune source de données</translation>
        </message>
        <message>
            <source>No value</source>
            <translation>Pas de valeur</translation>
        </message>
        <message>
            <source>Nobody can be named yet. Add the first one.</source>
            <translation>Personne n’est encore nommé. Ajoutez la première personne.</translation>
        </message>
        <message>
            <source>Nobody has entered anything for this day</source>
            <translation>Personne n’a rien saisi pour ce jour</translation>
        </message>
        <message>
            <source>Nobody works on this day</source>
            <translation>Personne ne travaille ce jour-là</translation>
        </message>
        <message>
            <source>Not entered: {names}</source>
            <translation>Non saisi : {names}</translation>
        </message>
        <message>
            <source>Not everything was entered for this day</source>
            <translation>Tout n’a pas été saisi pour ce jour</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Plus tard</translation>
        </message>
        <message>
            <source>Not read now: the program that reads it fell</source>
            <translation>Non lue en ce moment : le programme qui la lit est tombé</translation>
        </message>
        <message>
            <source>Not read now: the program that reads it fell and is started again at {time}</source>
            <translation>Non lue en ce moment : le programme qui la lit est tombé et redémarre à {time}</translation>
        </message>
        <message>
            <source>Not usable: {sentence}</source>
            <translation>Inutilisable : {sentence}</translation>
        </message>
        <message>
            <source>Not worked: {days}</source>
            <translation>Non travaillé : {days}</translation>
        </message>
        <message>
            <source>Nothing has been changed: everything is as the plant file says.</source>
            <translation>Rien n’a été modifié : tout est comme dans le fichier d’usine.</translation>
        </message>
        <message>
            <source>Nothing has come since {time}</source>
            <translation>Rien n’est arrivé depuis {time}</translation>
        </message>
        <message>
            <source>Nothing is different yet.</source>
            <translation>Rien n’a encore changé.</translation>
        </message>
        <message>
            <source>Nothing is different yet: choose another start or end.</source>
            <translation>Rien n’a encore changé : choisissez un autre début ou une autre fin.</translation>
        </message>
        <message>
            <source>Nothing planned: the standard rate holds.</source>
            <translation>Rien de prévu : la cadence standard s’applique.</translation>
        </message>
        <message>
            <source>Nothing waiting</source>
            <translation>Rien en attente</translation>
        </message>
        <message>
            <source>Nothing was entered so far</source>
            <translation>Rien n’a été saisi jusqu’ici</translation>
        </message>
        <message>
            <source>Now {aim}</source>
            <translation>Actuellement {aim}</translation>
        </message>
        <message>
            <source>OEE {figures}</source>
            <translation>TRS {figures}</translation>
        </message>
        <message>
            <source>Older</source>
            <translation>Plus anciens</translation>
        </message>
        <message>
            <source>Operator</source>
            <translation>Opérateur</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Ordre</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Autre</translation>
        </message>
        <message>
            <source>Palletiser</source>
            <translation>Palettiseur</translation>
        </message>
        <message>
            <source>Past figures are being read in</source>
            <translation>Lecture des valeurs antérieures en cours</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personnes</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Personne</translation>
        </message>
        <message>
            <source>Plan a changeover</source>
            <translation>Planifier un changement</translation>
        </message>
        <message>
            <source>Plan a run</source>
            <translation>Planifier une série</translation>
        </message>
        <message>
            <source>Previous KPIs</source>
            <translation>Indicateurs précédents</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>Page précédente</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>Produit</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>Qualité</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>Quantité</translation>
        </message>
        <message>
            <source>Quantity and crew are more than nothing; erase what is not known.</source>
            <translation>Quantité et effectif sont supérieurs à zéro ; effacez ce qui n’est pas connu.</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>Cadence</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Cause</translation>
        </message>
        <message>
            <source>Reasons</source>
            <translation>Causes</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Rôle</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>Série</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Valider</translation>
        </message>
        <message>
            <source>Saved: {what}</source>
            <translation>Enregistré : {what}</translation>
        </message>
        <message>
            <source>Say from which day the target holds.</source>
            <translation>Indiquez à partir de quel jour l’objectif vaut.</translation>
        </message>
        <message>
            <source>Say the first and the last day.</source>
            <translation>Indiquez le premier et le dernier jour.</translation>
        </message>
        <message>
            <source>Say what is made: a product, an order, a rate or a quantity.</source>
            <translation>Indiquez ce qui est produit : un produit, un ordre, une cadence ou une quantité.</translation>
        </message>
        <message>
            <source>Say when the changeover starts and how long it lasts.</source>
            <translation>Indiquez quand le changement commence et combien il dure.</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>Poste</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Sources</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Espace</translation>
        </message>
        <message>
            <source>Starts</source>
            <translation>Début</translation>
        </message>
        <message>
            <source>Supervisor</source>
            <translation>Superviseur</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Retirer</translation>
        </message>
        <message>
            <source>Take off</source>
            <translation>Retirer</translation>
        </message>
        <message>
            <source>Taken back: {what}</source>
            <translation>Annulé : {what}</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Objectif</translation>
        </message>
        <message>
            <source>Targets</source>
            <translation>Objectifs</translation>
        </message>
        <message>
            <source>Team leader</source>
            <translation>Chef d’équipe</translation>
        </message>
        <message>
            <source>That would leave {n} {unit}. A count cannot fall below zero.</source>
            <translation>Il resterait {n} {unit}. Un compte ne peut pas être négatif.</translation>
        </message>
        <message>
            <source>The board was restarted after a fault</source>
            <translation>Le tableau a redémarré après une panne</translation>
        </message>
        <message>
            <source>The changed plant has errors; the last good one stays</source>
            <translation>Le fichier d’usine modifié a des erreurs ; le dernier bon reste en vigueur</translation>
        </message>
        <message>
            <source>The clock of this screen may be wrong; recording goes on</source>
            <translation>L’horloge de cet écran est peut-être fausse ; l’enregistrement continue</translation>
        </message>
        <message>
            <source>The database was damaged; it was kept aside and a new one begun</source>
            <translation>La base de données était abîmée ; elle a été mise de côté et une nouvelle commencée</translation>
        </message>
        <message>
            <source>The device is gone: {names}</source>
            <translation>L’appareil a disparu : {names}</translation>
        </message>
        <message>
            <source>The disk is nearly full: make room</source>
            <translation>Le disque est presque plein : faites de la place</translation>
        </message>
        <message>
            <source>The disk refuses: taps cannot be kept now</source>
            <translation>Le disque refuse : les saisies ne peuvent pas être gardées</translation>
        </message>
        <message>
            <source>The journal keeps a number in the place of the name.</source>
            <translation>Le journal garde un numéro à la place du nom.</translation>
        </message>
        <message>
            <source>The lowest value is above the highest: change one of the two.</source>
            <translation>La valeur minimale dépasse la maximale : modifiez l’une des deux.</translation>
        </message>
        <message>
            <source>The plant file has no [[source]] table: counts are typed by hand</source>
            <translation>Le fichier d’usine n’a pas de table [[source]] : les quantités sont saisies à la main</translation>
        </message>
        <message>
            <source>The program that reads them has run since {time}</source>
            <translation>Le programme qui les lit tourne depuis {time}</translation>
        </message>
        <message>
            <source>The program that reads {sources} has run since {time}</source>
            <translation>Le programme qui lit {sources} tourne depuis {time}</translation>
        </message>
        <message>
            <source>The whole site</source>
            <translation>Tout le site</translation>
        </message>
        <message>
            <source>There is a reason of this name already.</source>
            <translation>Une cause porte déjà ce nom.</translation>
        </message>
        <message>
            <source>They are neither green nor red, and nothing is due on them.</source>
            <translation>Ils ne sont ni verts ni rouges, et rien n’y est dû.</translation>
        </message>
        <message>
            <source>This day is still to come</source>
            <translation>Ce jour est encore à venir</translation>
        </message>
        <message>
            <source>This letter has no KPI</source>
            <translation>Cette lettre n’a pas d’indicateur</translation>
        </message>
        <message>
            <source>This line has no reasons yet. The plant file names them.</source>
            <translation>Cette ligne n’a pas encore de causes. Le fichier d’usine les nomme.</translation>
        </message>
        <message>
            <source>This target holds on that day already: type another one.</source>
            <translation>Cet objectif vaut déjà ce jour-là : saisissez-en un autre.</translation>
        </message>
        <message>
            <source>To</source>
            <translation>À</translation>
        </message>
        <message>
            <source>To which product</source>
            <translation>Vers quel produit</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Aujourd’hui</translation>
        </message>
        <message>
            <source>Today’s plan</source>
            <translation>Plan du jour</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>Demain</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Saisir</translation>
        </message>
        <message>
            <source>Type another</source>
            <translation>Saisir autre chose</translation>
        </message>
        <message>
            <source>Type the name of the person.</source>
            <translation>Saisissez le nom de la personne.</translation>
        </message>
        <message>
            <source>Type the name of the reason.</source>
            <translation>Saisissez le nom de la cause.</translation>
        </message>
        <message>
            <source>Type the target.</source>
            <translation>Saisissez l’objectif.</translation>
        </message>
        <message>
            <source>Type why these days are not worked.</source>
            <translation>Indiquez pourquoi ces jours ne sont pas travaillés.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Until then the target of a day comes with its figures.</source>
            <translation>D’ici là, l’objectif d’un jour arrive avec ses chiffres.</translation>
        </message>
        <message>
            <source>Until then the targets of its lines make it.</source>
            <translation>D’ici là, il résulte des objectifs de ses lignes.</translation>
        </message>
        <message>
            <source>Until {time}. The plan asks for no output in this time.</source>
            <translation>Jusqu’à {time}. Le plan ne demande rien pendant ce temps.</translation>
        </message>
        <message>
            <source>Usually {span}.</source>
            <translation>D’habitude {span}.</translation>
        </message>
        <message>
            <source>Watch so far: {why}</source>
            <translation>À surveiller jusqu’ici : {why}</translation>
        </message>
        <message>
            <source>Watch: {why}</source>
            <translation>À surveiller : {why}</translation>
        </message>
        <message>
            <source>What do you enter?</source>
            <translation>Que saisissez-vous ?</translation>
        </message>
        <message>
            <source>What does the line make, and when?</source>
            <translation>Que produit la ligne, et quand ?</translation>
        </message>
        <message>
            <source>What is different today?</source>
            <translation>Qu’est-ce qui change aujourd’hui ?</translation>
        </message>
        <message>
            <source>What may a miss be due to?</source>
            <translation>À quoi un écart peut-il être dû ?</translation>
        </message>
        <message>
            <source>What was logged under its old name takes the new one.</source>
            <translation>Ce qui a été saisi sous l’ancien nom prend le nouveau.</translation>
        </message>
        <message>
            <source>What went wrong?</source>
            <translation>Qu’est-ce qui n’a pas marché ?</translation>
        </message>
        <message>
            <source>What went wrong? Say it in words.</source>
            <translation>Qu’est-ce qui n’a pas marché ? Dites-le avec des mots.</translation>
        </message>
        <message>
            <source>When does the shift start and end today?</source>
            <translation>Quand le poste commence-t-il et finit-il aujourd’hui ?</translation>
        </message>
        <message>
            <source>When is the changeover, and how long?</source>
            <translation>Quand a lieu le changement, et combien de temps ?</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Où</translation>
        </message>
        <message>
            <source>Which board?</source>
            <translation>Quel tableau ?</translation>
        </message>
        <message>
            <source>Which days are not worked?</source>
            <translation>Quels jours ne sont pas travaillés ?</translation>
        </message>
        <message>
            <source>Which language?</source>
            <translation>Quelle langue ?</translation>
        </message>
        <message>
            <source>Which reason changes?</source>
            <translation>Quelle cause change ?</translation>
        </message>
        <message>
            <source>Which target changes?</source>
            <translation>Quel objectif change ?</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Qui</translation>
        </message>
        <message>
            <source>Who comes, goes or changes?</source>
            <translation>Qui arrive, part ou change ?</translation>
        </message>
        <message>
            <source>Who is new at this board?</source>
            <translation>Qui est nouveau à ce tableau ?</translation>
        </message>
        <message>
            <source>Why, {day}</source>
            <translation>Pourquoi, {day}</translation>
        </message>
        <message>
            <source>With this: {what}.</source>
            <translation>Ainsi : {what}.</translation>
        </message>
        <message>
            <source>Worked after all</source>
            <translation>Finalmente travaillé</translation>
        </message>
        <message>
            <source>Worked after all: {days}</source>
            <translation>Finalement travaillé : {days}</translation>
        </message>
        <message>
            <source>YTD</source>
            <translation>cumul</translation>
        </message>
        <message>
            <source>Year {year}</source>
            <translation>Année {year}</translation>
        </message>
        <message>
            <source>a count is missing</source>
            <translation>un compte manque</translation>
        </message>
        <message>
            <source>action verified</source>
            <translation>action vérifiée</translation>
        </message>
        <message>
            <source>actual</source>
            <translation>réel</translation>
        </message>
        <message>
            <source>ahead of plan</source>
            <translation>en avance sur le plan</translation>
        </message>
        <message>
            <source>ahead of plan by</source>
            <translation>en avance de</translation>
        </message>
        <message numerus="yes">
            <source>all {n} are being read</source>
            <extracomment>it is being read</extracomment>
            <translation>
                <numerusform>elle est lue</numerusform>
                <numerusform>les {n} sont lues</numerusform>
            </translation>
        </message>
        <message>
            <source>all {n} explained</source>
            <translation>les {n} expliqués</translation>
        </message>
        <message>
            <source>an hour</source>
            <translation>par heure</translation>
        </message>
        <message>
            <source>and {n} more</source>
            <translation>et {n} de plus</translation>
        </message>
        <message numerus="yes">
            <source>and {n} more lines, {behind} of them behind</source>
            <extracomment>and {n} more line, {behind} of them behind</extracomment>
            <translation>
                <numerusform>et {n} autre ligne, dont {behind} en retard</numerusform>
                <numerusform>et {n} autres lignes, dont {behind} en retard</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and {n} more programs</source>
            <extracomment>and {n} more program</extracomment>
            <translation>
                <numerusform>et {n} autre programme</numerusform>
                <numerusform>et {n} autres programmes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and {n} more sources</source>
            <extracomment>and {n} more source</extracomment>
            <translation>
                <numerusform>et {n} autre source</numerusform>
                <numerusform>et {n} autres sources</numerusform>
            </translation>
        </message>
        <message>
            <source>answered {time}</source>
            <translation>a répondu {time}</translation>
        </message>
        <message>
            <source>as a ratio of sums</source>
            <translation>en rapport de sommes</translation>
        </message>
        <message>
            <source>as a sum</source>
            <translation>en somme</translation>
        </message>
        <message>
            <source>as planned</source>
            <translation>comme prévu</translation>
        </message>
        <message>
            <source>as the last value</source>
            <translation>en dernière valeur</translation>
        </message>
        <message>
            <source>as the worst value</source>
            <translation>en plus mauvaise valeur</translation>
        </message>
        <message>
            <source>as usual</source>
            <translation>comme d’habitude</translation>
        </message>
        <message>
            <source>at the end</source>
            <translation>à la fin</translation>
        </message>
        <message>
            <source>at {time}</source>
            <translation>à {time}</translation>
        </message>
        <message>
            <source>best gap at the end</source>
            <translation>meilleur écart à la fin</translation>
        </message>
        <message>
            <source>best proven {rate}</source>
            <translation>record {rate}</translation>
        </message>
        <message>
            <source>billion {unit}</source>
            <translation>milliards de {unit}</translation>
        </message>
        <message>
            <source>broker, MQTT</source>
            <translation>broker, MQTT</translation>
        </message>
        <message>
            <source>by line</source>
            <translation>par ligne</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>annulé</translation>
        </message>
        <message>
            <source>cancelled {day}</source>
            <translation>annulé {day}</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>clos</translation>
        </message>
        <message>
            <source>closed {when}</source>
            <translation>clos {when}</translation>
        </message>
        <message>
            <source>closes in {n} s</source>
            <translation>se ferme dans {n} s</translation>
        </message>
        <message>
            <source>complete up to {time}</source>
            <translation>tout dit jusqu’à {time}</translation>
        </message>
        <message>
            <source>correct the plan</source>
            <translation>corriger le plan</translation>
        </message>
        <message>
            <source>count {change} {unit}</source>
            <translation>compte {change} {unit}</translation>
        </message>
        <message>
            <source>countermeasure</source>
            <translation>contre-mesure</translation>
        </message>
        <message>
            <source>countermeasure open</source>
            <translation>contre-mesure ouverte</translation>
        </message>
        <message>
            <source>countermeasure overdue</source>
            <translation>contre-mesure en retard</translation>
        </message>
        <message>
            <source>countermeasure verified</source>
            <translation>contre-mesure vérifiée</translation>
        </message>
        <message>
            <source>crew {n}</source>
            <translation>effectif {n}</translation>
        </message>
        <message>
            <source>cumulative</source>
            <translation>cumul</translation>
        </message>
        <message>
            <source>data {age} old</source>
            <translation>données d’il y a {age}</translation>
        </message>
        <message>
            <source>database, SQL</source>
            <translation>base de données, SQL</translation>
        </message>
        <message numerus="yes">
            <source>days</source>
            <extracomment>day</extracomment>
            <translation>
                <numerusform>jour</numerusform>
                <numerusform>jours</numerusform>
            </translation>
        </message>
        <message>
            <source>days met</source>
            <translation>jours atteints</translation>
        </message>
        <message>
            <source>delta</source>
            <translation>écart</translation>
        </message>
        <message>
            <source>demo, invented values</source>
            <translation>démo, valeurs inventées</translation>
        </message>
        <message>
            <source>details</source>
            <translation>détails</translation>
        </message>
        <message>
            <source>due today</source>
            <translation>pour aujourd’hui</translation>
        </message>
        <message>
            <source>due {day}</source>
            <translation>échéance {day}</translation>
        </message>
        <message>
            <source>end of {shift}</source>
            <translation>fin {shift}</translation>
        </message>
        <message>
            <source>ends {n} earlier</source>
            <translation>finit {n} plus tôt</translation>
        </message>
        <message>
            <source>fiscal year {year}</source>
            <translation>exercice {year}</translation>
        </message>
        <message>
            <source>for the rest of the shift</source>
            <translation>pour le reste du poste</translation>
        </message>
        <message>
            <source>former colleague</source>
            <translation>ancien collègue</translation>
        </message>
        <message>
            <source>from {day}</source>
            <translation>à partir de {day}</translation>
        </message>
        <message>
            <source>hold to sign</source>
            <translation>maintenir pour viser</translation>
        </message>
        <message>
            <source>interval</source>
            <translation>intervalle</translation>
        </message>
        <message>
            <source>is the gap explained?</source>
            <translation>écart expliqué ?</translation>
        </message>
        <message numerus="yes">
            <source>it fell {n} times, last at {time}</source>
            <extracomment>it fell once, at {time}</extracomment>
            <translation>
                <numerusform>il est tombé une fois, à {time}</numerusform>
                <numerusform>il est tombé {n} fois, la dernière à {time}</numerusform>
            </translation>
        </message>
        <message>
            <source>last recoverable at</source>
            <translation>rattrapable jusqu’à</translation>
        </message>
        <message>
            <source>late · {age}</source>
            <translation>en retard · {age}</translation>
        </message>
        <message>
            <source>line signal {age}</source>
            <translation>signal de ligne {age}</translation>
        </message>
        <message>
            <source>line signal {age} old</source>
            <translation>signal de ligne d’il y a {age}</translation>
        </message>
        <message>
            <source>live · {age}</source>
            <translation>en direct · {age}</translation>
        </message>
        <message>
            <source>longest run of misses {n}</source>
            <translation>plus longue série d’échecs {n}</translation>
        </message>
        <message>
            <source>machine, OPC UA</source>
            <translation>machine, OPC UA</translation>
        </message>
        <message>
            <source>mean {value}</source>
            <translation>moyenne {value}</translation>
        </message>
        <message>
            <source>met</source>
            <translation>atteint</translation>
        </message>
        <message>
            <source>million {unit}</source>
            <translation>millions de {unit}</translation>
        </message>
        <message>
            <source>missed</source>
            <translation>manqué</translation>
        </message>
        <message>
            <source>more than a countermeasure is needed</source>
            <translation>une contre-mesure ne suffit plus</translation>
        </message>
        <message>
            <source>natural {value}</source>
            <translation>naturel {value}</translation>
        </message>
        <message>
            <source>near miss</source>
            <translation>presqu’accident</translation>
        </message>
        <message>
            <source>near miss reported</source>
            <translation>presqu’accident signalé</translation>
        </message>
        <message>
            <source>needs {rate}</source>
            <translation>il faut {rate}</translation>
        </message>
        <message>
            <source>no countermeasure</source>
            <translation>sans contre-mesure</translation>
        </message>
        <message>
            <source>no data yet</source>
            <translation>pas encore de données</translation>
        </message>
        <message>
            <source>no day judged yet</source>
            <translation>aucun jour évalué</translation>
        </message>
        <message>
            <source>no event</source>
            <translation>aucun événement</translation>
        </message>
        <message>
            <source>no line signal</source>
            <translation>pas de signal de ligne</translation>
        </message>
        <message>
            <source>no owner</source>
            <translation>sans responsable</translation>
        </message>
        <message>
            <source>no plan</source>
            <translation>sans plan</translation>
        </message>
        <message>
            <source>no plan for this shift</source>
            <translation>pas de plan pour ce poste</translation>
        </message>
        <message>
            <source>no reasons for this day</source>
            <translation>aucune cause pour ce jour</translation>
        </message>
        <message>
            <source>no shift</source>
            <translation>pas de poste</translation>
        </message>
        <message>
            <source>no shift today</source>
            <translation>pas de poste aujourd’hui</translation>
        </message>
        <message>
            <source>no target</source>
            <translation>sans objectif</translation>
        </message>
        <message>
            <source>no value yet</source>
            <translation>pas encore de valeur</translation>
        </message>
        <message>
            <source>no values yet</source>
            <translation>pas encore de valeurs</translation>
        </message>
        <message>
            <source>no working time is left</source>
            <translation>il ne reste plus de temps de travail</translation>
        </message>
        <message>
            <source>noise</source>
            <translation>bruit</translation>
        </message>
        <message>
            <source>none</source>
            <translation>aucun</translation>
        </message>
        <message>
            <source>none named</source>
            <translation>non précisé</translation>
        </message>
        <message>
            <source>none needed</source>
            <translation>aucune nécessaire</translation>
        </message>
        <message>
            <source>not counted yet</source>
            <translation>pas encore compté</translation>
        </message>
        <message>
            <source>not entered</source>
            <translation>non saisi</translation>
        </message>
        <message>
            <source>not entered yet</source>
            <translation>pas encore saisi</translation>
        </message>
        <message>
            <source>not everything was entered</source>
            <translation>tout n’a pas été saisi</translation>
        </message>
        <message>
            <source>not final yet</source>
            <translation>pas encore final</translation>
        </message>
        <message>
            <source>not recorded</source>
            <translation>non saisi</translation>
        </message>
        <message>
            <source>not said</source>
            <translation>non précisé</translation>
        </message>
        <message>
            <source>not saved yet</source>
            <translation>pas encore enregistré</translation>
        </message>
        <message>
            <source>not worked</source>
            <translation>non travaillé</translation>
        </message>
        <message>
            <source>not working now</source>
            <translation>ne travaille pas maintenant</translation>
        </message>
        <message>
            <source>nothing counted yet</source>
            <translation>rien de compté encore</translation>
        </message>
        <message>
            <source>nothing entered, nothing logged</source>
            <translation>rien de saisi</translation>
        </message>
        <message>
            <source>nothing received</source>
            <translation>rien reçu</translation>
        </message>
        <message>
            <source>nothing waiting</source>
            <translation>rien en attente</translation>
        </message>
        <message>
            <source>nothing yet</source>
            <translation>encore rien</translation>
        </message>
        <message>
            <source>now</source>
            <translation>maintenant</translation>
        </message>
        <message>
            <source>now {rate}</source>
            <translation>maintenant {rate}</translation>
        </message>
        <message>
            <source>now {value}</source>
            <translation>actuellement {value}</translation>
        </message>
        <message>
            <source>of {plan}</source>
            <translation>sur {plan}</translation>
        </message>
        <message>
            <source>offline</source>
            <translation>hors ligne</translation>
        </message>
        <message>
            <source>on pace</source>
            <translation>dans le rythme</translation>
        </message>
        <message>
            <source>on the list</source>
            <translation>sur la liste</translation>
        </message>
        <message>
            <source>open</source>
            <translation>en cours</translation>
        </message>
        <message>
            <source>open action</source>
            <translation>action ouverte</translation>
        </message>
        <message>
            <source>open at {time}</source>
            <translation>à partir de {time}</translation>
        </message>
        <message>
            <source>open day</source>
            <translation>jour en cours</translation>
        </message>
        <message>
            <source>order {order}</source>
            <translation>ordre {order}</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>en retard</translation>
        </message>
        <message>
            <source>owner</source>
            <translation>resp.</translation>
        </message>
        <message>
            <source>owner {name}</source>
            <translation>responsable {name}</translation>
        </message>
        <message>
            <source>partial month</source>
            <translation>mois partiel</translation>
        </message>
        <message>
            <source>plan</source>
            <translation>prévu</translation>
        </message>
        <message>
            <source>plan now</source>
            <translation>plan actuel</translation>
        </message>
        <message>
            <source>plan {value}</source>
            <translation>prévu {value}</translation>
        </message>
        <message>
            <source>program</source>
            <translation>programme</translation>
        </message>
        <message numerus="yes">
            <source>readings today</source>
            <extracomment>reading today</extracomment>
            <translation>
                <numerusform>relevé aujourd’hui</numerusform>
                <numerusform>relevés aujourd’hui</numerusform>
            </translation>
        </message>
        <message>
            <source>reasons</source>
            <translation>causes</translation>
        </message>
        <message>
            <source>record {n}</source>
            <translation>record {n}</translation>
        </message>
        <message>
            <source>review due</source>
            <translation>visa attendu</translation>
        </message>
        <message>
            <source>reviewed</source>
            <translation>visé</translation>
        </message>
        <message>
            <source>running</source>
            <translation>en cours</translation>
        </message>
        <message>
            <source>server</source>
            <translation>serveur</translation>
        </message>
        <message>
            <source>server offline</source>
            <translation>serveur hors ligne</translation>
        </message>
        <message>
            <source>server offline since {time}</source>
            <translation>serveur hors ligne depuis {time}</translation>
        </message>
        <message>
            <source>server, HTTP</source>
            <translation>serveur, HTTP</translation>
        </message>
        <message>
            <source>shift</source>
            <translation>poste</translation>
        </message>
        <message>
            <source>signal</source>
            <translation>signal</translation>
        </message>
        <message>
            <source>since last accident</source>
            <translation>depuis le dernier accident</translation>
        </message>
        <message>
            <source>since last lost-time accident</source>
            <translation>depuis le dernier accident avec arrêt</translation>
        </message>
        <message>
            <source>since {day}</source>
            <translation>depuis {day}</translation>
        </message>
        <message>
            <source>since {time}</source>
            <translation>depuis {time}</translation>
        </message>
        <message>
            <source>standard rate</source>
            <translation>cadence standard</translation>
        </message>
        <message>
            <source>start {value}</source>
            <translation>départ {value}</translation>
        </message>
        <message>
            <source>starts {n} earlier</source>
            <translation>commence {n} plus tôt</translation>
        </message>
        <message>
            <source>starts {n} later</source>
            <translation>commence {n} plus tard</translation>
        </message>
        <message>
            <source>taken back</source>
            <translation>retiré</translation>
        </message>
        <message>
            <source>taken off</source>
            <translation>retiré</translation>
        </message>
        <message>
            <source>tap: count</source>
            <translation>toucher : compte</translation>
        </message>
        <message>
            <source>tap: enter the count</source>
            <translation>toucher : saisir le compte</translation>
        </message>
        <message>
            <source>tap: give the reason</source>
            <translation>toucher : donner la cause</translation>
        </message>
        <message>
            <source>tap: reason</source>
            <translation>toucher : cause</translation>
        </message>
        <message>
            <source>target</source>
            <translation>objectif</translation>
        </message>
        <message>
            <source>target {value}</source>
            <translation>objectif {value}</translation>
        </message>
        <message>
            <source>the change</source>
            <translation>la modification</translation>
        </message>
        <message>
            <source>the gap of {gap} is now fully explained</source>
            <translation>l’écart de {gap} est maintenant tout expliqué</translation>
        </message>
        <message>
            <source>the plan cannot be met</source>
            <translation>le plan ne peut plus être tenu</translation>
        </message>
        <message>
            <source>the plan of the shift is made</source>
            <translation>le plan du poste est atteint</translation>
        </message>
        <message>
            <source>the shift ended at {time}</source>
            <translation>le poste a fini à {time}</translation>
        </message>
        <message>
            <source>then {n} more</source>
            <translation>puis {n} de plus</translation>
        </message>
        <message>
            <source>this screen</source>
            <translation>cet écran</translation>
        </message>
        <message>
            <source>thousand {unit}</source>
            <translation>milliers de {unit}</translation>
        </message>
        <message>
            <source>to come</source>
            <translation>à venir</translation>
        </message>
        <message>
            <source>to explain</source>
            <translation>à expliquer</translation>
        </message>
        <message>
            <source>today</source>
            <translation>aujourd’hui</translation>
        </message>
        <message>
            <source>tomorrow</source>
            <translation>demain</translation>
        </message>
        <message>
            <source>trend</source>
            <translation>tendance</translation>
        </message>
        <message>
            <source>trend and plan</source>
            <translation>tendance et plan</translation>
        </message>
        <message>
            <source>verified</source>
            <translation>vérifiée</translation>
        </message>
        <message>
            <source>waiting for a reason. Touch one.</source>
            <translation>attendent une cause. Touchez-en un.</translation>
        </message>
        <message>
            <source>watch</source>
            <translation>à surveiller</translation>
        </message>
        <message>
            <source>what is planned</source>
            <translation>ce qui est planifié</translation>
        </message>
        <message>
            <source>whole site</source>
            <translation>tout le site</translation>
        </message>
        <message>
            <source>with the data</source>
            <translation>avec les données</translation>
        </message>
        <message>
            <source>workbooks</source>
            <translation>classeurs</translation>
        </message>
        <message>
            <source>worked after all</source>
            <translation>finalement travaillé</translation>
        </message>
        <message>
            <source>year to date {kind}</source>
            <translation>cumul de l’année {kind}</translation>
        </message>
        <message>
            <source>year {year}</source>
            <translation>année {year}</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>hier</translation>
        </message>
        <message>
            <source>yesterday {value}</source>
            <translation>hier {value}</translation>
        </message>
        <message>
            <source>{age} old</source>
            <translation>il y a {age}</translation>
        </message>
        <message>
            <source>{a} of {b} {unit} {name}</source>
            <translation>{a} sur {b} {unit} {name}</translation>
        </message>
        <message>
            <source>{group}: what was it?</source>
            <translation>{group} : qu’est-ce que c’était ?</translation>
        </message>
        <message>
            <source>{h} h {m}</source>
            <translation>{h} h {m}</translation>
        </message>
        <message>
            <source>{kpi} per day</source>
            <translation>{kpi} par jour</translation>
        </message>
        <message>
            <source>{kpi} {value} is above {limit}</source>
            <translation>{kpi} {value} est au-dessus de {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} is below {limit}</source>
            <translation>{kpi} {value} est en dessous de {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} is just above {limit}</source>
            <translation>{kpi} {value} est juste au-dessus de {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} is just below {limit}</source>
            <translation>{kpi} {value} est juste en dessous de {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} is within {limit}</source>
            <translation>{kpi} {value} reste dans {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} reaches {limit}</source>
            <translation>{kpi} {value} atteint {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} so far, no target</source>
            <translation>{kpi} {value} jusqu’ici, sans objectif</translation>
        </message>
        <message>
            <source>{kpi} {value}, no target</source>
            <translation>{kpi} {value}, sans objectif</translation>
        </message>
        <message>
            <source>{left} of {gap} still not explained</source>
            <translation>{left} sur {gap} encore sans cause</translation>
        </message>
        <message>
            <source>{line} has no working time on {day}.</source>
            <translation>{line} n’a pas de temps de travail le {day}.</translation>
        </message>
        <message>
            <source>{names} and {last}</source>
            <translation>{names} et {last}</translation>
        </message>
        <message>
            <source>{name} taken off</source>
            <translation>{name} retiré</translation>
        </message>
        <message>
            <source>{name} {a} of {b} {unit}</source>
            <translation>{name} {a} sur {b} {unit}</translation>
        </message>
        <message>
            <source>{notice} (and {n} more)</source>
            <translation>{notice} (et {n} de plus)</translation>
        </message>
        <message>
            <source>{n} % of the shift</source>
            <translation>{n} % du poste</translation>
        </message>
        <message>
            <source>{n} % of the shift made</source>
            <translation>{n} % du poste produit</translation>
        </message>
        <message>
            <source>{n} % so far</source>
            <translation>{n} % jusqu’ici</translation>
        </message>
        <message>
            <source>{n} % to the order's end</source>
            <translation>{n} % jusqu’à la fin de l’ordre</translation>
        </message>
        <message>
            <source>{n} behind pace</source>
            <translation>{n} de retard</translation>
        </message>
        <message numerus="yes">
            <source>{n} changes made on this wall</source>
            <extracomment>{n} change made on this wall</extracomment>
            <translation>
                <numerusform>{n} modification faite sur ce tableau</numerusform>
                <numerusform>{n} modifications faites sur ce tableau</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} days</source>
            <extracomment>{n} day</extracomment>
            <translation>
                <numerusform>{n} jour</numerusform>
                <numerusform>{n} jours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} days late</source>
            <extracomment>{n} day late</extracomment>
            <translation>
                <numerusform>{n} jour de retard</numerusform>
                <numerusform>{n} jours de retard</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} days since the last lost-time accident</source>
            <extracomment>{n} day since the last lost-time accident</extracomment>
            <translation>
                <numerusform>{n} jour depuis le dernier accident avec arrêt</numerusform>
                <numerusform>{n} jours depuis le dernier accident avec arrêt</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} explained · {more} too many</source>
            <translation>{n} expliqué · {more} en trop</translation>
        </message>
        <message>
            <source>{n} explained · {rest} not</source>
            <translation>{n} expliqué · {rest} non</translation>
        </message>
        <message>
            <source>{n} h</source>
            <translation>{n} h</translation>
        </message>
        <message>
            <source>{n} in a row</source>
            <translation>{n} de suite</translation>
        </message>
        <message numerus="yes">
            <source>{n} intervals</source>
            <extracomment>{n} interval</extracomment>
            <translation>
                <numerusform>{n} intervalle</numerusform>
                <numerusform>{n} intervalles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} intervals to come</source>
            <extracomment>{n} interval to come</extracomment>
            <translation>
                <numerusform>{n} intervalle à venir</numerusform>
                <numerusform>{n} intervalles à venir</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} intervals to explain</source>
            <translation>{n} intervalles à expliquer</translation>
        </message>
        <message numerus="yes">
            <source>{n} intervals, {missed} missed</source>
            <extracomment>{n} interval, {missed} missed</extracomment>
            <translation>
                <numerusform>{n} intervalle, {missed} manqué</numerusform>
                <numerusform>{n} intervalles, {missed} manqués</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} later</source>
            <translation>{n} plus tard</translation>
        </message>
        <message numerus="yes">
            <source>{n} lost-time accidents</source>
            <extracomment>One lost-time accident</extracomment>
            <translation>
                <numerusform>Un accident avec arrêt</numerusform>
                <numerusform>{n} accidents avec arrêt</numerusform>
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
                <numerusform>{n} échec</numerusform>
                <numerusform>{n} échecs de suite</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} months reported</source>
            <extracomment>{n} month reported</extracomment>
            <translation>
                <numerusform>{n} mois renseigné</numerusform>
                <numerusform>{n} mois renseignés</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} more</source>
            <translation>{n} de plus</translation>
        </message>
        <message numerus="yes">
            <source>{n} near misses were reported</source>
            <extracomment>One near miss was reported</extracomment>
            <translation>
                <numerusform>Un presqu’accident a été signalé</numerusform>
                <numerusform>{n} presqu’accidents ont été signalés</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} not explained</source>
            <translation>{n} sans cause</translation>
        </message>
        <message numerus="yes">
            <source>{n} of {count} need a look</source>
            <extracomment>{n} of {count} needs a look</extracomment>
            <translation>
                <numerusform>{n} sur {count} demande un coup d’œil</numerusform>
                <numerusform>{n} sur {count} demandent un coup d’œil</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} of {most} MiB</source>
            <translation>{n} sur {most} Mio</translation>
        </message>
        <message>
            <source>{n} of {m}</source>
            <translation>{n} sur {m}</translation>
        </message>
        <message>
            <source>{n} of {m} days met</source>
            <translation>{n} jours atteints sur {m}</translation>
        </message>
        <message>
            <source>{n} of {m} entered</source>
            <translation>{n} sur {m} saisis</translation>
        </message>
        <message>
            <source>{n} of {m} lines</source>
            <translation>{n} lignes sur {m}</translation>
        </message>
        <message>
            <source>{n} of {m} lines met</source>
            <translation>{n} lignes sur {m} atteintes</translation>
        </message>
        <message>
            <source>{n} of {m} lines met so far</source>
            <translation>{n} lignes sur {m} atteintes jusqu’ici</translation>
        </message>
        <message>
            <source>{n} overtime</source>
            <translation>{n} d’heures sup.</translation>
        </message>
        <message numerus="yes">
            <source>{n} people needed first aid</source>
            <extracomment>One person needed first aid</extracomment>
            <translation>
                <numerusform>Une personne a reçu les premiers soins</numerusform>
                <numerusform>{n} personnes ont reçu les premiers soins</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} recordable injuries</source>
            <extracomment>One recordable injury</extracomment>
            <translation>
                <numerusform>Une blessure à déclarer</numerusform>
                <numerusform>{n} blessures à déclarer</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} rejected</source>
            <translation>{n} au rebut</translation>
        </message>
        <message>
            <source>{n} s</source>
            <translation>{n} s</translation>
        </message>
        <message numerus="yes">
            <source>{n} sources</source>
            <extracomment>{n} source</extracomment>
            <translation>
                <numerusform>{n} source</numerusform>
                <numerusform>{n} sources</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} taps waiting, kept on this screen</source>
            <extracomment>{n} tap waiting, kept on this screen</extracomment>
            <translation>
                <numerusform>{n} saisie en attente, gardée sur cet écran</numerusform>
                <numerusform>{n} saisies en attente, gardées sur cet écran</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} to go</source>
            <translation>reste {n}</translation>
        </message>
        <message>
            <source>{n} to make</source>
            <translation>quantité {n}</translation>
        </message>
        <message>
            <source>{n} waiting</source>
            <translation>{n} en attente</translation>
        </message>
        <message>
            <source>{n} waiting for the disk</source>
            <translation>{n} en attente du disque</translation>
        </message>
        <message>
            <source>{n} {unit} counted</source>
            <translation>compté : {n} {unit}</translation>
        </message>
        <message>
            <source>{n} {unit} explained</source>
            <translation>expliqué : {n} {unit}</translation>
        </message>
        <message>
            <source>{n} {unit} explained, {surplus} more than are missing</source>
            <translation>expliqué : {n} {unit}, {surplus} de plus qu’il n’en manque</translation>
        </message>
        <message>
            <source>{n} {unit} not explained. What was it?</source>
            <translation>{n} {unit} sans cause. Qu’est-ce que c’était ?</translation>
        </message>
        <message>
            <source>{n} {unit} with this</source>
            <translation>avec ceci {n} {unit}</translation>
        </message>
        <message>
            <source>{rate}/h</source>
            <translation>{rate}/h</translation>
        </message>
        <message>
            <source>{reason} not added: nothing is left to explain</source>
            <translation>{reason} non ajouté : il ne reste rien à expliquer</translation>
        </message>
        <message>
            <source>{said}; next try at {time}</source>
            <translation>{said} ; prochain essai à {time}</translation>
        </message>
        <message>
            <source>{shift} as usual</source>
            <translation>{shift} comme d’habitude</translation>
        </message>
        <message>
            <source>{shift} cancelled</source>
            <translation>{shift} annulé</translation>
        </message>
        <message>
            <source>{state} so far</source>
            <translation>{state} jusqu’ici</translation>
        </message>
        <message>
            <source>{target} of the lines together</source>
            <translation>{target} des lignes ensemble</translation>
        </message>
        <message>
            <source>{target} since {day}</source>
            <translation>{target} depuis le {day}</translation>
        </message>
        <message>
            <source>{time} left</source>
            <translation>reste {time}</translation>
        </message>
        <message>
            <source>{what} so far</source>
            <translation>{what} jusqu’ici</translation>
        </message>
        <message>
            <source>≈ shared out</source>
            <translation>≈ réparti</translation>
        </message>
    </context>
    <context>
        <name>languages</name>
        <message>
            <source>English</source>
            <translation>Français</translation>
        </message>
    </context>
    <context>
        <name>told</name>
        <message>
            <source>'{node}' is no line; a run is planned for one line.</source>
            <translation>« {node} » n’est pas une ligne ; une série se planifie pour une ligne.</translation>
        </message>
        <message>
            <source>An interval lasts more than nothing and at most 24 hours; this entry's does not.</source>
            <translation>Un intervalle dure plus que rien et au plus 24 heures ; pas celui-ci.</translation>
        </message>
        <message>
            <source>Another program is writing to this database, so this was not kept. Close that program.</source>
            <translation>Un autre programme écrit dans cette base, ceci n’a donc pas été gardé. Fermez ce programme.</translation>
        </message>
        <message>
            <source>Entry {entry} is a {kind} and cannot be changed by a {by}. Look once more.</source>
            <translation>L’entrée {entry} ({kind}) ne peut pas être modifiée ainsi ({by}). Regardez de nouveau.</translation>
        </message>
        <message>
            <source>Entry {entry} is not in the journal, so it cannot be changed. Look once more.</source>
            <translation>L’entrée {entry} n’est pas dans le journal et ne peut donc pas être modifiée. Regardez de nouveau.</translation>
        </message>
        <message>
            <source>Entry {entry} was taken back before; nothing is left to do.</source>
            <translation>L’entrée {entry} a déjà été retirée ; il n’y a plus rien à faire.</translation>
        </message>
        <message>
            <source>No shift '{shift}' is worked there; it is one of {known}.</source>
            <translation>Le poste « {shift} » n’y est pas travaillé ; il y a {known}.</translation>
        </message>
        <message>
            <source>Nobody with the id '{person}' is known here.</source>
            <translation>Personne avec l’identifiant « {person} » n’est connu ici.</translation>
        </message>
        <message>
            <source>Shift {shift} is not worked on {day}, or would have no time left.</source>
            <translation>Le poste {shift} n’est pas travaillé le {day}, ou n’aurait plus de temps.</translation>
        </message>
        <message>
            <source>Shift {shift} of {day} is closed until {time}; change what comes after that.</source>
            <translation>Le poste {shift} du {day} est clos jusqu’à {time} ; modifiez ce qui vient après.</translation>
        </message>
        <message>
            <source>The clock says {now}, but the last entry was made at {last} (UTC).</source>
            <translation>L’horloge indique {now}, mais la dernière entrée date de {last} (UTC).</translation>
        </message>
        <message>
            <source>The database is damaged, so this was not kept. The board will move it aside and start a new one.</source>
            <translation>La base de données est abîmée, ceci n’a donc pas été gardé. Le tableau la mettra de côté et en commencera une nouvelle.</translation>
        </message>
        <message>
            <source>The difference between the two figures is not one that can be kept; enter it rounded.</source>
            <translation>La différence entre les deux chiffres ne peut pas être gardée ; saisissez-la arrondie.</translation>
        </message>
        <message>
            <source>The disk can only be read, so this was not kept. Check the disk and its mount.</source>
            <translation>Le disque est en lecture seule, ceci n’a donc pas été gardé. Vérifiez le disque et son montage.</translation>
        </message>
        <message>
            <source>The disk did not take this. Check the disk; the board tries again with the next touch.</source>
            <translation>Le disque n’a pas accepté ceci. Vérifiez le disque ; le tableau réessaie au prochain toucher.</translation>
        </message>
        <message>
            <source>The disk is full, so this was not kept. Make room; the board goes on by itself.</source>
            <translation>Le disque est plein, ceci n’a donc pas été gardé. Faites de la place ; le tableau continue tout seul.</translation>
        </message>
        <message>
            <source>The id {id} already belongs to another entry. Touch once more.</source>
            <translation>L’identifiant {id} appartient déjà à une autre entrée. Touchez encore une fois.</translation>
        </message>
        <message>
            <source>The plant has no KPI '{kpi}'.</source>
            <translation>L’usine n’a pas d’indicateur « {kpi} ».</translation>
        </message>
        <message>
            <source>The plant has no line, area or site '{node}'; this change was made for it.</source>
            <translation>L’usine n’a ni ligne, ni secteur, ni site « {node} », pour lequel ce changement a été fait.</translation>
        </message>
        <message>
            <source>The plant has no line, area or site '{node}'; this figure was entered for it.</source>
            <translation>L’usine n’a ni ligne, ni secteur, ni site « {node} », pour lequel ce chiffre a été saisi.</translation>
        </message>
        <message>
            <source>The plant has no measure '{measure}'; this figure was entered for it.</source>
            <translation>L’usine n’a pas de mesure « {measure} », pour laquelle ce chiffre a été saisi.</translation>
        </message>
        <message>
            <source>The plant has no reason '{code}' that could be taken off.</source>
            <translation>L’usine n’a pas de cause « {code} » à retirer.</translation>
        </message>
        <message>
            <source>The target of {kpi} is a range from low to high.</source>
            <translation>L’objectif de {kpi} est une plage d’un minimum à un maximum.</translation>
        </message>
        <message>
            <source>The target of {kpi} is one value.</source>
            <translation>L’objectif de {kpi} est une seule valeur.</translation>
        </message>
        <message>
            <source>This entry could not be kept. Try again.</source>
            <translation>Cette entrée n’a pas pu être gardée. Réessayez.</translation>
        </message>
        <message>
            <source>This person cannot be kept: a name is needed.</source>
            <translation>Cette personne ne peut pas être gardée : il faut un nom.</translation>
        </message>
        <message>
            <source>This time is over; a run is planned for now or later.</source>
            <translation>Ce moment est passé ; une série se planifie pour maintenant ou plus tard.</translation>
        </message>
        <message>
            <source>This would leave {left} of {measure} in the interval, and fewer than none cannot be. Enter a smaller correction.</source>
            <translation>Il resterait {left} de {measure} dans l’intervalle, et moins de zéro est impossible. Saisissez une correction plus petite.</translation>
        </message>
        <message>
            <source>This would leave {left} of {measure} on the day, and fewer than none cannot be. Look at the day once more: something else was entered meanwhile.</source>
            <translation>Il resterait {left} de {measure} ce jour-là, et moins de zéro est impossible. Regardez ce jour de nouveau : autre chose a été saisi entre-temps.</translation>
        </message>
        <message>
            <source>it answered no more and was ended</source>
            <translation>il ne répondait plus et a été arrêté</translation>
        </message>
        <message>
            <source>it could not be started</source>
            <translation>il n'a pas pu être démarré</translation>
        </message>
        <message>
            <source>it ended by itself</source>
            <translation>il s'est arrêté de lui-même</translation>
        </message>
        <message>
            <source>it printed what is no batch and was ended</source>
            <translation>il a écrit de l'incompréhensible et a été arrêté</translation>
        </message>
        <message>
            <source>it took more than {most} MiB of memory and was ended</source>
            <translation>il a pris plus de {most} Mio de mémoire et a été arrêté</translation>
        </message>
        <message>
            <source>the program that reads {sources} fell ({why}) and is started again</source>
            <translation>le programme qui lit {sources} est tombé ({why}) et est redémarré</translation>
        </message>
        <message>
            <source>{complaint} Set the clock right, then change the plan.</source>
            <translation>{complaint} Réglez l’horloge, puis modifiez le plan.</translation>
        </message>
        <message>
            <source>{day} has not begun yet; enter its figures when it has.</source>
            <translation>{day} n’a pas encore commencé ; saisissez ses chiffres à ce moment-là.</translation>
        </message>
        <message>
            <source>{day} is over and keeps its target; a target is set from today or a later day.</source>
            <translation>{day} est passé et garde son objectif ; un objectif vaut à partir d’aujourd’hui ou plus tard.</translation>
        </message>
        <message>
            <source>{day} is over and keeps what it had; change today or a later day.</source>
            <translation>{day} est passé et garde ce qu’il avait ; modifiez aujourd’hui ou un jour à venir.</translation>
        </message>
        <message>
            <source>{measure} cannot be less than none.</source>
            <translation>{measure} ne peut pas être inférieur à zéro.</translation>
        </message>
    </context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>Pages</name>
        <message>
            <source>Board</source>
            <translation>Board</translation>
        </message>
        <message>
            <source>Intervals</source>
            <translation>Intervals</translation>
        </message>
        <message>
            <source>KPIs</source>
            <translation>KPIs</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>Lines</translation>
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
            <translation> and </translation>
        </message>
        <message>
            <source>/h</source>
            <translation>/h</translation>
        </message>
        <message>
            <source>1 day</source>
            <translation>1 day</translation>
        </message>
        <message>
            <source>1 earlier interval</source>
            <translation>1 earlier interval</translation>
        </message>
        <message>
            <source>1 h</source>
            <translation>1 h</translation>
        </message>
        <message>
            <source>1 week</source>
            <translation>1 week</translation>
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
            <translation>A name has at most {n} letters; this one has {m}.</translation>
        </message>
        <message>
            <source>A range has a lowest and a highest value.</source>
            <translation>A range has a lowest and a highest value.</translation>
        </message>
        <message>
            <source>A rate is more than nothing; erase it for the standard rate.</source>
            <translation>A rate is more than nothing; erase it for the standard rate.</translation>
        </message>
        <message>
            <source>A run ends after it starts: choose a later end or an earlier start.</source>
            <translation>A run ends after it starts: choose a later end or an earlier start.</translation>
        </message>
        <message>
            <source>A shift ends after it starts: choose a later end or an earlier start.</source>
            <translation>A shift ends after it starts: choose a later end or an earlier start.</translation>
        </message>
        <message>
            <source>A shift lasts at most 24 hours.</source>
            <translation>A shift lasts at most 24 hours.</translation>
        </message>
        <message>
            <source>A source of data fails</source>
            <translation>A source of data fails</translation>
        </message>
        <message>
            <source>Actions</source>
            <translation>Actions</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>Add a person</translation>
        </message>
        <message>
            <source>Add a reason</source>
            <translation>Add a reason</translation>
        </message>
        <message>
            <source>Add days not worked</source>
            <translation>Add days not worked</translation>
        </message>
        <message>
            <source>Add detail</source>
            <translation>Add detail</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>Administrator</translation>
        </message>
        <message>
            <source>All others</source>
            <translation>All others</translation>
        </message>
        <message>
            <source>Another board</source>
            <translation>Another board</translation>
        </message>
        <message>
            <source>As before</source>
            <translation>As before</translation>
        </message>
        <message>
            <source>At best</source>
            <translation>At best</translation>
        </message>
        <message>
            <source>At least</source>
            <translation>At least</translation>
        </message>
        <message>
            <source>At most</source>
            <translation>At most</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>CSV files</source>
            <translation>CSV files</translation>
        </message>
        <message>
            <source>Cancel the shift</source>
            <translation>Cancel the shift</translation>
        </message>
        <message>
            <source>Capitals</source>
            <translation>Capitals</translation>
        </message>
        <message>
            <source>Caps</source>
            <translation>Caps</translation>
        </message>
        <message>
            <source>Changed on this wall</source>
            <translation>Changed on this wall</translation>
        </message>
        <message>
            <source>Changeover</source>
            <translation>Changeover</translation>
        </message>
        <message>
            <source>Changeover to {product}</source>
            <translation>Changeover to {product}</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>Changes</translation>
        </message>
        <message>
            <source>Choose a group, or type a new one.</source>
            <translation>Choose a group, or type a new one.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Comment</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>Count</translation>
        </message>
        <message>
            <source>Crew</source>
            <translation>Crew</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>Days before {day} keep the target they had.</source>
            <translation>Days before {day} keep the target they had.</translation>
        </message>
        <message>
            <source>Days not worked</source>
            <translation>Days not worked</translation>
        </message>
        <message>
            <source>Deviation</source>
            <translation>Deviation</translation>
        </message>
        <message>
            <source>Deviations</source>
            <translation>Deviations</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>Duration</source>
            <translation>Duration</translation>
        </message>
        <message>
            <source>Ends</source>
            <translation>Ends</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Enter</translation>
        </message>
        <message>
            <source>Enter or correct</source>
            <translation>Enter or correct</translation>
        </message>
        <message>
            <source>Entered and logged</source>
            <translation>Entered and logged</translation>
        </message>
        <message>
            <source>Erase</source>
            <translation>Erase</translation>
        </message>
        <message>
            <source>Events, {day}</source>
            <translation>Events, {day}</translation>
        </message>
        <message>
            <source>Every gap has its reason.</source>
            <translation>Every gap has its reason.</translation>
        </message>
        <message>
            <source>Failing since {time}: {sentence}</source>
            <translation>Failing since {time}: {sentence}</translation>
        </message>
        <message>
            <source>Filler</source>
            <translation>Filler</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>First day</translation>
        </message>
        <message>
            <source>First of next month</source>
            <translation>First of next month</translation>
        </message>
        <message>
            <source>Fiscal year {year}</source>
            <translation>Fiscal year {year}</translation>
        </message>
        <message>
            <source>Footer</source>
            <translation>Footer</translation>
        </message>
        <message>
            <source>From</source>
            <translation>From</translation>
        </message>
        <message>
            <source>Give the reason</source>
            <translation>Give the reason</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Group</translation>
        </message>
        <message>
            <source>Header</source>
            <translation>Header</translation>
        </message>
        <message>
            <source>Highest</source>
            <translation>Highest</translation>
        </message>
        <message>
            <source>Hold to review {span}</source>
            <translation>Hold to review {span}</translation>
        </message>
        <message>
            <source>Hourly detail</source>
            <translation>Hourly detail</translation>
        </message>
        <message>
            <source>Hourly detail today</source>
            <translation>Hourly detail today</translation>
        </message>
        <message>
            <source>How many {unit} more?</source>
            <translation>How many {unit} more?</translation>
        </message>
        <message>
            <source>How much</source>
            <translation>How much</translation>
        </message>
        <message>
            <source>How much was it?</source>
            <translation>How much was it?</translation>
        </message>
        <message>
            <source>Icon</source>
            <translation>Icon</translation>
        </message>
        <message>
            <source>In words</source>
            <translation>In words</translation>
        </message>
        <message>
            <source>Intervals</source>
            <translation>Intervals</translation>
        </message>
        <message>
            <source>Intervals of every line</source>
            <translation>Intervals of every line</translation>
        </message>
        <message>
            <source>Intervals of {line}</source>
            <translation>Intervals of {line}</translation>
        </message>
        <message>
            <source>It answers, but has told nothing newer than {time}</source>
            <translation>It answers, but has told nothing newer than {time}</translation>
        </message>
        <message>
            <source>It ends before it starts.</source>
            <translation>It ends before it starts.</translation>
        </message>
        <message>
            <source>It is the target of a day; the plans of months stay.</source>
            <translation>It is the target of a day; the plans of months stay.</translation>
        </message>
        <message>
            <source>It lasts {n}.</source>
            <translation>It lasts {n}.</translation>
        </message>
        <message>
            <source>It takes the place of what was planned for this time.</source>
            <translation>It takes the place of what was planned for this time.</translation>
        </message>
        <message>
            <source>JOP</source>
            <translation>JOP</translation>
        </message>
        <message>
            <source>KPI</source>
            <translation>KPI</translation>
        </message>
        <message>
            <source>KPIs</source>
            <translation>KPIs</translation>
        </message>
        <message>
            <source>KPIs {span} of {n}</source>
            <translation>KPIs {span} of {n}</translation>
        </message>
        <message>
            <source>KPIs, fiscal year {year}</source>
            <translation>KPIs, fiscal year {year}</translation>
        </message>
        <message>
            <source>KPIs, year {year}</source>
            <translation>KPIs, year {year}</translation>
        </message>
        <message>
            <source>Labeller</source>
            <translation>Labeller</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Last day</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>Letter</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>Letters</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>Lines</translation>
        </message>
        <message>
            <source>Log a deviation</source>
            <translation>Log a deviation</translation>
        </message>
        <message>
            <source>Lowest</source>
            <translation>Lowest</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>Made</translation>
        </message>
        <message>
            <source>Met so far: {why}</source>
            <translation>Met so far: {why}</translation>
        </message>
        <message>
            <source>Met: {why}</source>
            <translation>Met: {why}</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>Minutes</translation>
        </message>
        <message>
            <source>Missed because {why}</source>
            <translation>Missed because {why}</translation>
        </message>
        <message>
            <source>Missed so far: {why}</source>
            <translation>Missed so far: {why}</translation>
        </message>
        <message>
            <source>More</source>
            <translation>More</translation>
        </message>
        <message>
            <source>More figures</source>
            <translation>More figures</translation>
        </message>
        <message>
            <source>More lines</source>
            <translation>More lines</translation>
        </message>
        <message>
            <source>More reasons</source>
            <translation>More reasons</translation>
        </message>
        <message>
            <source>More than eight reasons on {lines}: the rarest stand behind the last tile.</source>
            <translation>More than eight reasons on {lines}: the rarest stand behind the last tile.</translation>
        </message>
        <message>
            <source>More than eight reasons: the rarest stand behind the last tile.</source>
            <translation>More than eight reasons: the rarest stand behind the last tile.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Need</source>
            <translation>Need</translation>
        </message>
        <message>
            <source>Newer</source>
            <translation>Newer</translation>
        </message>
        <message>
            <source>Next KPIs</source>
            <translation>Next KPIs</translation>
        </message>
        <message>
            <source>Next Monday</source>
            <translation>Next Monday</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>Next page</translation>
        </message>
        <message>
            <source>No KPIs are set up</source>
            <translation>No KPIs are set up</translation>
        </message>
        <message>
            <source>No KPIs yet: the plant file names them.</source>
            <translation>No KPIs yet: the plant file names them.</translation>
        </message>
        <message>
            <source>No days off ahead.</source>
            <translation>No days off ahead.</translation>
        </message>
        <message>
            <source>No event</source>
            <translation>No event</translation>
        </message>
        <message>
            <source>No event on this day</source>
            <translation>No event on this day</translation>
        </message>
        <message>
            <source>No event so far</source>
            <translation>No event so far</translation>
        </message>
        <message>
            <source>No letters are set up</source>
            <translation>No letters are set up</translation>
        </message>
        <message>
            <source>No lines yet: the plant file names them.</source>
            <translation>No lines yet: the plant file names them.</translation>
        </message>
        <message>
            <source>No people are named in the plant file.</source>
            <translation>No people are named in the plant file.</translation>
        </message>
        <message>
            <source>No product named</source>
            <translation>No product named</translation>
        </message>
        <message>
            <source>No quantity is left. Take the reason back instead.</source>
            <translation>No quantity is left. Take the reason back instead.</translation>
        </message>
        <message>
            <source>No reason given</source>
            <translation>No reason given</translation>
        </message>
        <message>
            <source>No reasons yet. Add the first one.</source>
            <translation>No reasons yet. Add the first one.</translation>
        </message>
        <message>
            <source>No shift</source>
            <translation>No shift</translation>
        </message>
        <message>
            <source>No shift on any line</source>
            <translation>No shift on any line</translation>
        </message>
        <message>
            <source>No shift today, and nothing planned.</source>
            <translation>No shift today, and nothing planned.</translation>
        </message>
        <message>
            <source>No source of data</source>
            <translation>No source of data</translation>
        </message>
        <message>
            <source>No value</source>
            <translation>No value</translation>
        </message>
        <message>
            <source>Nobody can be named yet. Add the first one.</source>
            <translation>Nobody can be named yet. Add the first one.</translation>
        </message>
        <message>
            <source>Nobody has entered anything for this day</source>
            <translation>Nobody has entered anything for this day</translation>
        </message>
        <message>
            <source>Nobody works on this day</source>
            <translation>Nobody works on this day</translation>
        </message>
        <message>
            <source>Not entered: {names}</source>
            <translation>Not entered: {names}</translation>
        </message>
        <message>
            <source>Not everything was entered for this day</source>
            <translation>Not everything was entered for this day</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Not now</translation>
        </message>
        <message>
            <source>Not read now: the program that reads it fell</source>
            <translation>Not read now: the program that reads it fell</translation>
        </message>
        <message>
            <source>Not read now: the program that reads it fell and is started again at {time}</source>
            <translation>Not read now: the program that reads it fell and is started again at {time}</translation>
        </message>
        <message>
            <source>Not usable: {sentence}</source>
            <translation>Not usable: {sentence}</translation>
        </message>
        <message>
            <source>Not worked: {days}</source>
            <translation>Not worked: {days}</translation>
        </message>
        <message>
            <source>Nothing has been changed: everything is as the plant file says.</source>
            <translation>Nothing has been changed: everything is as the plant file says.</translation>
        </message>
        <message>
            <source>Nothing has come since {time}</source>
            <translation>Nothing has come since {time}</translation>
        </message>
        <message>
            <source>Nothing is different yet.</source>
            <translation>Nothing is different yet.</translation>
        </message>
        <message>
            <source>Nothing is different yet: choose another start or end.</source>
            <translation>Nothing is different yet: choose another start or end.</translation>
        </message>
        <message>
            <source>Nothing planned: the standard rate holds.</source>
            <translation>Nothing planned: the standard rate holds.</translation>
        </message>
        <message>
            <source>Nothing waiting</source>
            <translation>Nothing waiting</translation>
        </message>
        <message>
            <source>Nothing was entered so far</source>
            <translation>Nothing was entered so far</translation>
        </message>
        <message>
            <source>Now {aim}</source>
            <translation>Now {aim}</translation>
        </message>
        <message>
            <source>OEE {figures}</source>
            <translation>OEE {figures}</translation>
        </message>
        <message>
            <source>Older</source>
            <translation>Older</translation>
        </message>
        <message>
            <source>Operator</source>
            <translation>Operator</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Order</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Other</translation>
        </message>
        <message>
            <source>Palletiser</source>
            <translation>Palletiser</translation>
        </message>
        <message>
            <source>Past figures are being read in</source>
            <translation>Past figures are being read in</translation>
        </message>
        <message>
            <source>People</source>
            <translation>People</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Plan a changeover</source>
            <translation>Plan a changeover</translation>
        </message>
        <message>
            <source>Plan a run</source>
            <translation>Plan a run</translation>
        </message>
        <message>
            <source>Previous KPIs</source>
            <translation>Previous KPIs</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>Previous page</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>Product</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>Quality</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>Quantity</translation>
        </message>
        <message>
            <source>Quantity and crew are more than nothing; erase what is not known.</source>
            <translation>Quantity and crew are more than nothing; erase what is not known.</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>Rate</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Reasons</source>
            <translation>Reasons</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>Run</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Saved: {what}</source>
            <translation>Saved: {what}</translation>
        </message>
        <message>
            <source>Say from which day the target holds.</source>
            <translation>Say from which day the target holds.</translation>
        </message>
        <message>
            <source>Say the first and the last day.</source>
            <translation>Say the first and the last day.</translation>
        </message>
        <message>
            <source>Say what is made: a product, an order, a rate or a quantity.</source>
            <translation>Say what is made: a product, an order, a rate or a quantity.</translation>
        </message>
        <message>
            <source>Say when the changeover starts and how long it lasts.</source>
            <translation>Say when the changeover starts and how long it lasts.</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>Shift</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Sources</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Space</translation>
        </message>
        <message>
            <source>Starts</source>
            <translation>Starts</translation>
        </message>
        <message>
            <source>Supervisor</source>
            <translation>Supervisor</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Take back</translation>
        </message>
        <message>
            <source>Take off</source>
            <translation>Take off</translation>
        </message>
        <message>
            <source>Taken back: {what}</source>
            <translation>Taken back: {what}</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Target</translation>
        </message>
        <message>
            <source>Targets</source>
            <translation>Targets</translation>
        </message>
        <message>
            <source>Team leader</source>
            <translation>Team leader</translation>
        </message>
        <message>
            <source>That would leave {n} {unit}. A count cannot fall below zero.</source>
            <translation>That would leave {n} {unit}. A count cannot fall below zero.</translation>
        </message>
        <message>
            <source>The board was restarted after a fault</source>
            <translation>The board was restarted after a fault</translation>
        </message>
        <message>
            <source>The changed plant has errors; the last good one stays</source>
            <translation>The changed plant has errors; the last good one stays</translation>
        </message>
        <message>
            <source>The clock of this screen may be wrong; recording goes on</source>
            <translation>The clock of this screen may be wrong; recording goes on</translation>
        </message>
        <message>
            <source>The database was damaged; it was kept aside and a new one begun</source>
            <translation>The database was damaged; it was kept aside and a new one begun</translation>
        </message>
        <message>
            <source>The device is gone: {names}</source>
            <translation>The device is gone: {names}</translation>
        </message>
        <message>
            <source>The disk is nearly full: make room</source>
            <translation>The disk is nearly full: make room</translation>
        </message>
        <message>
            <source>The disk refuses: taps cannot be kept now</source>
            <translation>The disk refuses: taps cannot be kept now</translation>
        </message>
        <message>
            <source>The journal keeps a number in the place of the name.</source>
            <translation>The journal keeps a number in the place of the name.</translation>
        </message>
        <message>
            <source>The lowest value is above the highest: change one of the two.</source>
            <translation>The lowest value is above the highest: change one of the two.</translation>
        </message>
        <message>
            <source>The plant file has no [[source]] table: counts are typed by hand</source>
            <translation>The plant file has no [[source]] table: counts are typed by hand</translation>
        </message>
        <message>
            <source>The program that reads them has run since {time}</source>
            <translation>The program that reads them has run since {time}</translation>
        </message>
        <message>
            <source>The program that reads {sources} has run since {time}</source>
            <translation>The program that reads {sources} has run since {time}</translation>
        </message>
        <message>
            <source>The whole site</source>
            <translation>The whole site</translation>
        </message>
        <message>
            <source>There is a reason of this name already.</source>
            <translation>There is a reason of this name already.</translation>
        </message>
        <message>
            <source>They are neither green nor red, and nothing is due on them.</source>
            <translation>They are neither green nor red, and nothing is due on them.</translation>
        </message>
        <message>
            <source>This day is still to come</source>
            <translation>This day is still to come</translation>
        </message>
        <message>
            <source>This letter has no KPI</source>
            <translation>This letter has no KPI</translation>
        </message>
        <message>
            <source>This line has no reasons yet. The plant file names them.</source>
            <translation>This line has no reasons yet. The plant file names them.</translation>
        </message>
        <message>
            <source>This target holds on that day already: type another one.</source>
            <translation>This target holds on that day already: type another one.</translation>
        </message>
        <message>
            <source>To</source>
            <translation>To</translation>
        </message>
        <message>
            <source>To which product</source>
            <translation>To which product</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>Today’s plan</source>
            <translation>Today’s plan</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>Tomorrow</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Type</translation>
        </message>
        <message>
            <source>Type another</source>
            <translation>Type another</translation>
        </message>
        <message>
            <source>Type the name of the person.</source>
            <translation>Type the name of the person.</translation>
        </message>
        <message>
            <source>Type the name of the reason.</source>
            <translation>Type the name of the reason.</translation>
        </message>
        <message>
            <source>Type the target.</source>
            <translation>Type the target.</translation>
        </message>
        <message>
            <source>Type why these days are not worked.</source>
            <translation>Type why these days are not worked.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Until then the target of a day comes with its figures.</source>
            <translation>Until then the target of a day comes with its figures.</translation>
        </message>
        <message>
            <source>Until then the targets of its lines make it.</source>
            <translation>Until then the targets of its lines make it.</translation>
        </message>
        <message>
            <source>Until {time}. The plan asks for no output in this time.</source>
            <translation>Until {time}. The plan asks for no output in this time.</translation>
        </message>
        <message>
            <source>Usually {span}.</source>
            <translation>Usually {span}.</translation>
        </message>
        <message>
            <source>Watch so far: {why}</source>
            <translation>Watch so far: {why}</translation>
        </message>
        <message>
            <source>Watch: {why}</source>
            <translation>Watch: {why}</translation>
        </message>
        <message>
            <source>What do you enter?</source>
            <translation>What do you enter?</translation>
        </message>
        <message>
            <source>What does the line make, and when?</source>
            <translation>What does the line make, and when?</translation>
        </message>
        <message>
            <source>What is different today?</source>
            <translation>What is different today?</translation>
        </message>
        <message>
            <source>What may a miss be due to?</source>
            <translation>What may a miss be due to?</translation>
        </message>
        <message>
            <source>What was logged under its old name takes the new one.</source>
            <translation>What was logged under its old name takes the new one.</translation>
        </message>
        <message>
            <source>What went wrong?</source>
            <translation>What went wrong?</translation>
        </message>
        <message>
            <source>What went wrong? Say it in words.</source>
            <translation>What went wrong? Say it in words.</translation>
        </message>
        <message>
            <source>When does the shift start and end today?</source>
            <translation>When does the shift start and end today?</translation>
        </message>
        <message>
            <source>When is the changeover, and how long?</source>
            <translation>When is the changeover, and how long?</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>Which board?</source>
            <translation>Which board?</translation>
        </message>
        <message>
            <source>Which days are not worked?</source>
            <translation>Which days are not worked?</translation>
        </message>
        <message>
            <source>Which language?</source>
            <translation>Which language?</translation>
        </message>
        <message>
            <source>Which reason changes?</source>
            <translation>Which reason changes?</translation>
        </message>
        <message>
            <source>Which target changes?</source>
            <translation>Which target changes?</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>Who comes, goes or changes?</source>
            <translation>Who comes, goes or changes?</translation>
        </message>
        <message>
            <source>Who is new at this board?</source>
            <translation>Who is new at this board?</translation>
        </message>
        <message>
            <source>Why, {day}</source>
            <translation>Why, {day}</translation>
        </message>
        <message>
            <source>With this: {what}.</source>
            <translation>With this: {what}.</translation>
        </message>
        <message>
            <source>Worked after all</source>
            <translation>Worked after all</translation>
        </message>
        <message>
            <source>Worked after all: {days}</source>
            <translation>Worked after all: {days}</translation>
        </message>
        <message>
            <source>YTD</source>
            <translation>YTD</translation>
        </message>
        <message>
            <source>Year {year}</source>
            <translation>Year {year}</translation>
        </message>
        <message>
            <source>a count is missing</source>
            <translation>a count is missing</translation>
        </message>
        <message>
            <source>action verified</source>
            <translation>action verified</translation>
        </message>
        <message>
            <source>actual</source>
            <translation>actual</translation>
        </message>
        <message>
            <source>ahead of plan</source>
            <translation>ahead of plan</translation>
        </message>
        <message>
            <source>ahead of plan by</source>
            <translation>ahead of plan by</translation>
        </message>
        <message numerus="yes">
            <source>all {n} are being read</source>
            <extracomment>it is being read</extracomment>
            <translation>
                <numerusform>it is being read</numerusform>
                <numerusform>all {n} are being read</numerusform>
            </translation>
        </message>
        <message>
            <source>all {n} explained</source>
            <translation>all {n} explained</translation>
        </message>
        <message>
            <source>an hour</source>
            <translation>an hour</translation>
        </message>
        <message>
            <source>and {n} more</source>
            <translation>and {n} more</translation>
        </message>
        <message numerus="yes">
            <source>and {n} more lines, {behind} of them behind</source>
            <extracomment>and {n} more line, {behind} of them behind</extracomment>
            <translation>
                <numerusform>and {n} more line, {behind} of them behind</numerusform>
                <numerusform>and {n} more lines, {behind} of them behind</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and {n} more programs</source>
            <extracomment>and {n} more program</extracomment>
            <translation>
                <numerusform>and {n} more program</numerusform>
                <numerusform>and {n} more programs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and {n} more sources</source>
            <extracomment>and {n} more source</extracomment>
            <translation>
                <numerusform>and {n} more source</numerusform>
                <numerusform>and {n} more sources</numerusform>
            </translation>
        </message>
        <message>
            <source>answered {time}</source>
            <translation>answered {time}</translation>
        </message>
        <message>
            <source>as a ratio of sums</source>
            <translation>as a ratio of sums</translation>
        </message>
        <message>
            <source>as a sum</source>
            <translation>as a sum</translation>
        </message>
        <message>
            <source>as planned</source>
            <translation>as planned</translation>
        </message>
        <message>
            <source>as the last value</source>
            <translation>as the last value</translation>
        </message>
        <message>
            <source>as the worst value</source>
            <translation>as the worst value</translation>
        </message>
        <message>
            <source>as usual</source>
            <translation>as usual</translation>
        </message>
        <message>
            <source>at the end</source>
            <translation>at the end</translation>
        </message>
        <message>
            <source>at {time}</source>
            <translation>at {time}</translation>
        </message>
        <message>
            <source>best gap at the end</source>
            <translation>best gap at the end</translation>
        </message>
        <message>
            <source>best proven {rate}</source>
            <translation>best proven {rate}</translation>
        </message>
        <message>
            <source>billion {unit}</source>
            <translation>billion {unit}</translation>
        </message>
        <message>
            <source>broker, MQTT</source>
            <translation>broker, MQTT</translation>
        </message>
        <message>
            <source>by line</source>
            <translation>by line</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>cancelled</translation>
        </message>
        <message>
            <source>cancelled {day}</source>
            <translation>cancelled {day}</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>closed</translation>
        </message>
        <message>
            <source>closed {when}</source>
            <translation>closed {when}</translation>
        </message>
        <message>
            <source>closes in {n} s</source>
            <translation>closes in {n} s</translation>
        </message>
        <message>
            <source>complete up to {time}</source>
            <translation>complete up to {time}</translation>
        </message>
        <message>
            <source>correct the plan</source>
            <translation>correct the plan</translation>
        </message>
        <message>
            <source>count {change} {unit}</source>
            <translation>count {change} {unit}</translation>
        </message>
        <message>
            <source>countermeasure</source>
            <translation>countermeasure</translation>
        </message>
        <message>
            <source>countermeasure open</source>
            <translation>countermeasure open</translation>
        </message>
        <message>
            <source>countermeasure overdue</source>
            <translation>countermeasure overdue</translation>
        </message>
        <message>
            <source>countermeasure verified</source>
            <translation>countermeasure verified</translation>
        </message>
        <message>
            <source>crew {n}</source>
            <translation>crew {n}</translation>
        </message>
        <message>
            <source>cumulative</source>
            <translation>cumulative</translation>
        </message>
        <message>
            <source>data {age} old</source>
            <translation>data {age} old</translation>
        </message>
        <message>
            <source>database, SQL</source>
            <translation>database, SQL</translation>
        </message>
        <message numerus="yes">
            <source>days</source>
            <extracomment>day</extracomment>
            <translation>
                <numerusform>day</numerusform>
                <numerusform>days</numerusform>
            </translation>
        </message>
        <message>
            <source>days met</source>
            <translation>days met</translation>
        </message>
        <message>
            <source>delta</source>
            <translation>delta</translation>
        </message>
        <message>
            <source>demo, invented values</source>
            <translation>demo, invented values</translation>
        </message>
        <message>
            <source>details</source>
            <translation>details</translation>
        </message>
        <message>
            <source>due today</source>
            <translation>due today</translation>
        </message>
        <message>
            <source>due {day}</source>
            <translation>due {day}</translation>
        </message>
        <message>
            <source>end of {shift}</source>
            <translation>end of {shift}</translation>
        </message>
        <message>
            <source>ends {n} earlier</source>
            <translation>ends {n} earlier</translation>
        </message>
        <message>
            <source>fiscal year {year}</source>
            <translation>fiscal year {year}</translation>
        </message>
        <message>
            <source>for the rest of the shift</source>
            <translation>for the rest of the shift</translation>
        </message>
        <message>
            <source>former colleague</source>
            <translation>former colleague</translation>
        </message>
        <message>
            <source>from {day}</source>
            <translation>from {day}</translation>
        </message>
        <message>
            <source>hold to sign</source>
            <translation>hold to sign</translation>
        </message>
        <message>
            <source>interval</source>
            <translation>interval</translation>
        </message>
        <message>
            <source>is the gap explained?</source>
            <translation>is the gap explained?</translation>
        </message>
        <message numerus="yes">
            <source>it fell {n} times, last at {time}</source>
            <extracomment>it fell once, at {time}</extracomment>
            <translation>
                <numerusform>it fell once, at {time}</numerusform>
                <numerusform>it fell {n} times, last at {time}</numerusform>
            </translation>
        </message>
        <message>
            <source>last recoverable at</source>
            <translation>last recoverable at</translation>
        </message>
        <message>
            <source>late · {age}</source>
            <translation>late · {age}</translation>
        </message>
        <message>
            <source>line signal {age}</source>
            <translation>line signal {age}</translation>
        </message>
        <message>
            <source>line signal {age} old</source>
            <translation>line signal {age} old</translation>
        </message>
        <message>
            <source>live · {age}</source>
            <translation>live · {age}</translation>
        </message>
        <message>
            <source>longest run of misses {n}</source>
            <translation>longest run of misses {n}</translation>
        </message>
        <message>
            <source>machine, OPC UA</source>
            <translation>machine, OPC UA</translation>
        </message>
        <message>
            <source>mean {value}</source>
            <translation>mean {value}</translation>
        </message>
        <message>
            <source>met</source>
            <translation>met</translation>
        </message>
        <message>
            <source>million {unit}</source>
            <translation>million {unit}</translation>
        </message>
        <message>
            <source>missed</source>
            <translation>missed</translation>
        </message>
        <message>
            <source>more than a countermeasure is needed</source>
            <translation>more than a countermeasure is needed</translation>
        </message>
        <message>
            <source>natural {value}</source>
            <translation>natural {value}</translation>
        </message>
        <message>
            <source>near miss</source>
            <translation>near miss</translation>
        </message>
        <message>
            <source>near miss reported</source>
            <translation>near miss reported</translation>
        </message>
        <message>
            <source>needs {rate}</source>
            <translation>needs {rate}</translation>
        </message>
        <message>
            <source>no countermeasure</source>
            <translation>no countermeasure</translation>
        </message>
        <message>
            <source>no data yet</source>
            <translation>no data yet</translation>
        </message>
        <message>
            <source>no day judged yet</source>
            <translation>no day judged yet</translation>
        </message>
        <message>
            <source>no event</source>
            <translation>no event</translation>
        </message>
        <message>
            <source>no line signal</source>
            <translation>no line signal</translation>
        </message>
        <message>
            <source>no owner</source>
            <translation>no owner</translation>
        </message>
        <message>
            <source>no plan</source>
            <translation>no plan</translation>
        </message>
        <message>
            <source>no plan for this shift</source>
            <translation>no plan for this shift</translation>
        </message>
        <message>
            <source>no reasons for this day</source>
            <translation>no reasons for this day</translation>
        </message>
        <message>
            <source>no shift</source>
            <translation>no shift</translation>
        </message>
        <message>
            <source>no shift today</source>
            <translation>no shift today</translation>
        </message>
        <message>
            <source>no target</source>
            <translation>no target</translation>
        </message>
        <message>
            <source>no value yet</source>
            <translation>no value yet</translation>
        </message>
        <message>
            <source>no values yet</source>
            <translation>no values yet</translation>
        </message>
        <message>
            <source>no working time is left</source>
            <translation>no working time is left</translation>
        </message>
        <message>
            <source>noise</source>
            <translation>noise</translation>
        </message>
        <message>
            <source>none</source>
            <translation>none</translation>
        </message>
        <message>
            <source>none named</source>
            <translation>none named</translation>
        </message>
        <message>
            <source>none needed</source>
            <translation>none needed</translation>
        </message>
        <message>
            <source>not counted yet</source>
            <translation>not counted yet</translation>
        </message>
        <message>
            <source>not entered</source>
            <translation>not entered</translation>
        </message>
        <message>
            <source>not entered yet</source>
            <translation>not entered yet</translation>
        </message>
        <message>
            <source>not everything was entered</source>
            <translation>not everything was entered</translation>
        </message>
        <message>
            <source>not final yet</source>
            <translation>not final yet</translation>
        </message>
        <message>
            <source>not recorded</source>
            <translation>not recorded</translation>
        </message>
        <message>
            <source>not said</source>
            <translation>not said</translation>
        </message>
        <message>
            <source>not saved yet</source>
            <translation>not saved yet</translation>
        </message>
        <message>
            <source>not worked</source>
            <translation>not worked</translation>
        </message>
        <message>
            <source>not working now</source>
            <translation>not working now</translation>
        </message>
        <message>
            <source>nothing counted yet</source>
            <translation>nothing counted yet</translation>
        </message>
        <message>
            <source>nothing entered, nothing logged</source>
            <translation>nothing entered, nothing logged</translation>
        </message>
        <message>
            <source>nothing received</source>
            <translation>nothing received</translation>
        </message>
        <message>
            <source>nothing waiting</source>
            <translation>nothing waiting</translation>
        </message>
        <message>
            <source>nothing yet</source>
            <translation>nothing yet</translation>
        </message>
        <message>
            <source>now</source>
            <translation>now</translation>
        </message>
        <message>
            <source>now {rate}</source>
            <translation>now {rate}</translation>
        </message>
        <message>
            <source>now {value}</source>
            <translation>now {value}</translation>
        </message>
        <message>
            <source>of {plan}</source>
            <translation>of {plan}</translation>
        </message>
        <message>
            <source>offline</source>
            <translation>offline</translation>
        </message>
        <message>
            <source>on pace</source>
            <translation>on pace</translation>
        </message>
        <message>
            <source>on the list</source>
            <translation>on the list</translation>
        </message>
        <message>
            <source>open</source>
            <translation>open</translation>
        </message>
        <message>
            <source>open action</source>
            <translation>open action</translation>
        </message>
        <message>
            <source>open at {time}</source>
            <translation>open at {time}</translation>
        </message>
        <message>
            <source>open day</source>
            <translation>open day</translation>
        </message>
        <message>
            <source>order {order}</source>
            <translation>order {order}</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>overdue</translation>
        </message>
        <message>
            <source>owner</source>
            <translation>owner</translation>
        </message>
        <message>
            <source>owner {name}</source>
            <translation>owner {name}</translation>
        </message>
        <message>
            <source>partial month</source>
            <translation>partial month</translation>
        </message>
        <message>
            <source>plan</source>
            <translation>plan</translation>
        </message>
        <message>
            <source>plan now</source>
            <translation>plan now</translation>
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
                <numerusform>reading today</numerusform>
                <numerusform>readings today</numerusform>
            </translation>
        </message>
        <message>
            <source>reasons</source>
            <translation>reasons</translation>
        </message>
        <message>
            <source>record {n}</source>
            <translation>record {n}</translation>
        </message>
        <message>
            <source>review due</source>
            <translation>review due</translation>
        </message>
        <message>
            <source>reviewed</source>
            <translation>reviewed</translation>
        </message>
        <message>
            <source>running</source>
            <translation>running</translation>
        </message>
        <message>
            <source>server</source>
            <translation>server</translation>
        </message>
        <message>
            <source>server offline</source>
            <translation>server offline</translation>
        </message>
        <message>
            <source>server offline since {time}</source>
            <translation>server offline since {time}</translation>
        </message>
        <message>
            <source>server, HTTP</source>
            <translation>server, HTTP</translation>
        </message>
        <message>
            <source>shift</source>
            <translation>shift</translation>
        </message>
        <message>
            <source>signal</source>
            <translation>signal</translation>
        </message>
        <message>
            <source>since last accident</source>
            <translation>since last accident</translation>
        </message>
        <message>
            <source>since last lost-time accident</source>
            <translation>since last lost-time accident</translation>
        </message>
        <message>
            <source>since {day}</source>
            <translation>since {day}</translation>
        </message>
        <message>
            <source>since {time}</source>
            <translation>since {time}</translation>
        </message>
        <message>
            <source>standard rate</source>
            <translation>standard rate</translation>
        </message>
        <message>
            <source>start {value}</source>
            <translation>start {value}</translation>
        </message>
        <message>
            <source>starts {n} earlier</source>
            <translation>starts {n} earlier</translation>
        </message>
        <message>
            <source>starts {n} later</source>
            <translation>starts {n} later</translation>
        </message>
        <message>
            <source>taken back</source>
            <translation>taken back</translation>
        </message>
        <message>
            <source>taken off</source>
            <translation>taken off</translation>
        </message>
        <message>
            <source>tap: count</source>
            <translation>tap: count</translation>
        </message>
        <message>
            <source>tap: enter the count</source>
            <translation>tap: enter the count</translation>
        </message>
        <message>
            <source>tap: give the reason</source>
            <translation>tap: give the reason</translation>
        </message>
        <message>
            <source>tap: reason</source>
            <translation>tap: reason</translation>
        </message>
        <message>
            <source>target</source>
            <translation>target</translation>
        </message>
        <message>
            <source>target {value}</source>
            <translation>target {value}</translation>
        </message>
        <message>
            <source>the change</source>
            <translation>the change</translation>
        </message>
        <message>
            <source>the gap of {gap} is now fully explained</source>
            <translation>the gap of {gap} is now fully explained</translation>
        </message>
        <message>
            <source>the plan cannot be met</source>
            <translation>the plan cannot be met</translation>
        </message>
        <message>
            <source>the plan of the shift is made</source>
            <translation>the plan of the shift is made</translation>
        </message>
        <message>
            <source>the shift ended at {time}</source>
            <translation>the shift ended at {time}</translation>
        </message>
        <message>
            <source>then {n} more</source>
            <translation>then {n} more</translation>
        </message>
        <message>
            <source>this screen</source>
            <translation>this screen</translation>
        </message>
        <message>
            <source>thousand {unit}</source>
            <translation>thousand {unit}</translation>
        </message>
        <message>
            <source>to come</source>
            <translation>to come</translation>
        </message>
        <message>
            <source>to explain</source>
            <translation>to explain</translation>
        </message>
        <message>
            <source>today</source>
            <translation>today</translation>
        </message>
        <message>
            <source>tomorrow</source>
            <translation>tomorrow</translation>
        </message>
        <message>
            <source>trend</source>
            <translation>trend</translation>
        </message>
        <message>
            <source>trend and plan</source>
            <translation>trend and plan</translation>
        </message>
        <message>
            <source>verified</source>
            <translation>verified</translation>
        </message>
        <message>
            <source>waiting for a reason. Touch one.</source>
            <translation>waiting for a reason. Touch one.</translation>
        </message>
        <message>
            <source>watch</source>
            <translation>watch</translation>
        </message>
        <message>
            <source>what is planned</source>
            <translation>what is planned</translation>
        </message>
        <message>
            <source>whole site</source>
            <translation>whole site</translation>
        </message>
        <message>
            <source>with the data</source>
            <translation>with the data</translation>
        </message>
        <message>
            <source>workbooks</source>
            <translation>workbooks</translation>
        </message>
        <message>
            <source>worked after all</source>
            <translation>worked after all</translation>
        </message>
        <message>
            <source>year to date {kind}</source>
            <translation>year to date {kind}</translation>
        </message>
        <message>
            <source>year {year}</source>
            <translation>year {year}</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>yesterday</translation>
        </message>
        <message>
            <source>yesterday {value}</source>
            <translation>yesterday {value}</translation>
        </message>
        <message>
            <source>{age} old</source>
            <translation>{age} old</translation>
        </message>
        <message>
            <source>{a} of {b} {unit} {name}</source>
            <translation>{a} of {b} {unit} {name}</translation>
        </message>
        <message>
            <source>{group}: what was it?</source>
            <translation>{group}: what was it?</translation>
        </message>
        <message>
            <source>{h} h {m}</source>
            <translation>{h} h {m}</translation>
        </message>
        <message>
            <source>{kpi} per day</source>
            <translation>{kpi} per day</translation>
        </message>
        <message>
            <source>{kpi} {value} is above {limit}</source>
            <translation>{kpi} {value} is above {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} is below {limit}</source>
            <translation>{kpi} {value} is below {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} is just above {limit}</source>
            <translation>{kpi} {value} is just above {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} is just below {limit}</source>
            <translation>{kpi} {value} is just below {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} is within {limit}</source>
            <translation>{kpi} {value} is within {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} reaches {limit}</source>
            <translation>{kpi} {value} reaches {limit}</translation>
        </message>
        <message>
            <source>{kpi} {value} so far, no target</source>
            <translation>{kpi} {value} so far, no target</translation>
        </message>
        <message>
            <source>{kpi} {value}, no target</source>
            <translation>{kpi} {value}, no target</translation>
        </message>
        <message>
            <source>{left} of {gap} still not explained</source>
            <translation>{left} of {gap} still not explained</translation>
        </message>
        <message>
            <source>{line} has no working time on {day}.</source>
            <translation>{line} has no working time on {day}.</translation>
        </message>
        <message>
            <source>{names} and {last}</source>
            <translation>{names} and {last}</translation>
        </message>
        <message>
            <source>{name} taken off</source>
            <translation>{name} taken off</translation>
        </message>
        <message>
            <source>{name} {a} of {b} {unit}</source>
            <translation>{name} {a} of {b} {unit}</translation>
        </message>
        <message>
            <source>{notice} (and {n} more)</source>
            <translation>{notice} (and {n} more)</translation>
        </message>
        <message>
            <source>{n} % of the shift</source>
            <translation>{n} % of the shift</translation>
        </message>
        <message>
            <source>{n} % of the shift made</source>
            <translation>{n} % of the shift made</translation>
        </message>
        <message>
            <source>{n} % so far</source>
            <translation>{n} % so far</translation>
        </message>
        <message>
            <source>{n} % to the order's end</source>
            <translation>{n} % to the order's end</translation>
        </message>
        <message>
            <source>{n} behind pace</source>
            <translation>{n} behind pace</translation>
        </message>
        <message numerus="yes">
            <source>{n} changes made on this wall</source>
            <extracomment>{n} change made on this wall</extracomment>
            <translation>
                <numerusform>{n} change made on this wall</numerusform>
                <numerusform>{n} changes made on this wall</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} days</source>
            <extracomment>{n} day</extracomment>
            <translation>
                <numerusform>{n} day</numerusform>
                <numerusform>{n} days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} days late</source>
            <extracomment>{n} day late</extracomment>
            <translation>
                <numerusform>{n} day late</numerusform>
                <numerusform>{n} days late</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} days since the last lost-time accident</source>
            <extracomment>{n} day since the last lost-time accident</extracomment>
            <translation>
                <numerusform>{n} day since the last lost-time accident</numerusform>
                <numerusform>{n} days since the last lost-time accident</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} explained · {more} too many</source>
            <translation>{n} explained · {more} too many</translation>
        </message>
        <message>
            <source>{n} explained · {rest} not</source>
            <translation>{n} explained · {rest} not</translation>
        </message>
        <message>
            <source>{n} h</source>
            <translation>{n} h</translation>
        </message>
        <message>
            <source>{n} in a row</source>
            <translation>{n} in a row</translation>
        </message>
        <message numerus="yes">
            <source>{n} intervals</source>
            <extracomment>{n} interval</extracomment>
            <translation>
                <numerusform>{n} interval</numerusform>
                <numerusform>{n} intervals</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} intervals to come</source>
            <extracomment>{n} interval to come</extracomment>
            <translation>
                <numerusform>{n} interval to come</numerusform>
                <numerusform>{n} intervals to come</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} intervals to explain</source>
            <translation>{n} intervals to explain</translation>
        </message>
        <message numerus="yes">
            <source>{n} intervals, {missed} missed</source>
            <extracomment>{n} interval, {missed} missed</extracomment>
            <translation>
                <numerusform>{n} interval, {missed} missed</numerusform>
                <numerusform>{n} intervals, {missed} missed</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} later</source>
            <translation>{n} later</translation>
        </message>
        <message numerus="yes">
            <source>{n} lost-time accidents</source>
            <extracomment>One lost-time accident</extracomment>
            <translation>
                <numerusform>One lost-time accident</numerusform>
                <numerusform>{n} lost-time accidents</numerusform>
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
                <numerusform>{n} miss in a row</numerusform>
                <numerusform>{n} misses in a row</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} months reported</source>
            <extracomment>{n} month reported</extracomment>
            <translation>
                <numerusform>{n} month reported</numerusform>
                <numerusform>{n} months reported</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} more</source>
            <translation>{n} more</translation>
        </message>
        <message numerus="yes">
            <source>{n} near misses were reported</source>
            <extracomment>One near miss was reported</extracomment>
            <translation>
                <numerusform>One near miss was reported</numerusform>
                <numerusform>{n} near misses were reported</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} not explained</source>
            <translation>{n} not explained</translation>
        </message>
        <message numerus="yes">
            <source>{n} of {count} need a look</source>
            <extracomment>{n} of {count} needs a look</extracomment>
            <translation>
                <numerusform>{n} of {count} needs a look</numerusform>
                <numerusform>{n} of {count} need a look</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} of {most} MiB</source>
            <translation>{n} of {most} MiB</translation>
        </message>
        <message>
            <source>{n} of {m}</source>
            <translation>{n} of {m}</translation>
        </message>
        <message>
            <source>{n} of {m} days met</source>
            <translation>{n} of {m} days met</translation>
        </message>
        <message>
            <source>{n} of {m} entered</source>
            <translation>{n} of {m} entered</translation>
        </message>
        <message>
            <source>{n} of {m} lines</source>
            <translation>{n} of {m} lines</translation>
        </message>
        <message>
            <source>{n} of {m} lines met</source>
            <translation>{n} of {m} lines met</translation>
        </message>
        <message>
            <source>{n} of {m} lines met so far</source>
            <translation>{n} of {m} lines met so far</translation>
        </message>
        <message>
            <source>{n} overtime</source>
            <translation>{n} overtime</translation>
        </message>
        <message numerus="yes">
            <source>{n} people needed first aid</source>
            <extracomment>One person needed first aid</extracomment>
            <translation>
                <numerusform>One person needed first aid</numerusform>
                <numerusform>{n} people needed first aid</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} recordable injuries</source>
            <extracomment>One recordable injury</extracomment>
            <translation>
                <numerusform>One recordable injury</numerusform>
                <numerusform>{n} recordable injuries</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} rejected</source>
            <translation>{n} rejected</translation>
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
                <numerusform>{n} tap waiting, kept on this screen</numerusform>
                <numerusform>{n} taps waiting, kept on this screen</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} to go</source>
            <translation>{n} to go</translation>
        </message>
        <message>
            <source>{n} to make</source>
            <translation>{n} to make</translation>
        </message>
        <message>
            <source>{n} waiting</source>
            <translation>{n} waiting</translation>
        </message>
        <message>
            <source>{n} waiting for the disk</source>
            <translation>{n} waiting for the disk</translation>
        </message>
        <message>
            <source>{n} {unit} counted</source>
            <translation>{n} {unit} counted</translation>
        </message>
        <message>
            <source>{n} {unit} explained</source>
            <translation>{n} {unit} explained</translation>
        </message>
        <message>
            <source>{n} {unit} explained, {surplus} more than are missing</source>
            <translation>{n} {unit} explained, {surplus} more than are missing</translation>
        </message>
        <message>
            <source>{n} {unit} not explained. What was it?</source>
            <translation>{n} {unit} not explained. What was it?</translation>
        </message>
        <message>
            <source>{n} {unit} with this</source>
            <translation>{n} {unit} with this</translation>
        </message>
        <message>
            <source>{rate}/h</source>
            <translation>{rate}/h</translation>
        </message>
        <message>
            <source>{reason} not added: nothing is left to explain</source>
            <translation>{reason} not added: nothing is left to explain</translation>
        </message>
        <message>
            <source>{said}; next try at {time}</source>
            <translation>{said}; next try at {time}</translation>
        </message>
        <message>
            <source>{shift} as usual</source>
            <translation>{shift} as usual</translation>
        </message>
        <message>
            <source>{shift} cancelled</source>
            <translation>{shift} cancelled</translation>
        </message>
        <message>
            <source>{state} so far</source>
            <translation>{state} so far</translation>
        </message>
        <message>
            <source>{target} of the lines together</source>
            <translation>{target} of the lines together</translation>
        </message>
        <message>
            <source>{target} since {day}</source>
            <translation>{target} since {day}</translation>
        </message>
        <message>
            <source>{time} left</source>
            <translation>{time} left</translation>
        </message>
        <message>
            <source>{what} so far</source>
            <translation>{what} so far</translation>
        </message>
        <message>
            <source>≈ shared out</source>
            <translation>≈ shared out</translation>
        </message>
    </context>
    <context>
        <name>languages</name>
        <message>
            <source>English</source>
            <translation>English</translation>
        </message>
    </context>
    <context>
        <name>told</name>
        <message>
            <source>'{node}' is no line; a run is planned for one line.</source>
            <translation>'{node}' is no line; a run is planned for one line.</translation>
        </message>
        <message>
            <source>An interval lasts more than nothing and at most 24 hours; this entry's does not.</source>
            <translation>An interval lasts more than nothing and at most 24 hours; this entry's does not.</translation>
        </message>
        <message>
            <source>Another program is writing to this database, so this was not kept. Close that program.</source>
            <translation>Another program is writing to this database, so this was not kept. Close that program.</translation>
        </message>
        <message>
            <source>Entry {entry} is a {kind} and cannot be changed by a {by}. Look once more.</source>
            <translation>Entry {entry} is a {kind} and cannot be changed by a {by}. Look once more.</translation>
        </message>
        <message>
            <source>Entry {entry} is not in the journal, so it cannot be changed. Look once more.</source>
            <translation>Entry {entry} is not in the journal, so it cannot be changed. Look once more.</translation>
        </message>
        <message>
            <source>Entry {entry} was taken back before; nothing is left to do.</source>
            <translation>Entry {entry} was taken back before; nothing is left to do.</translation>
        </message>
        <message>
            <source>No shift '{shift}' is worked there; it is one of {known}.</source>
            <translation>No shift '{shift}' is worked there; it is one of {known}.</translation>
        </message>
        <message>
            <source>Nobody with the id '{person}' is known here.</source>
            <translation>Nobody with the id '{person}' is known here.</translation>
        </message>
        <message>
            <source>Shift {shift} is not worked on {day}, or would have no time left.</source>
            <translation>Shift {shift} is not worked on {day}, or would have no time left.</translation>
        </message>
        <message>
            <source>Shift {shift} of {day} is closed until {time}; change what comes after that.</source>
            <translation>Shift {shift} of {day} is closed until {time}; change what comes after that.</translation>
        </message>
        <message>
            <source>The clock says {now}, but the last entry was made at {last} (UTC).</source>
            <translation>The clock says {now}, but the last entry was made at {last} (UTC).</translation>
        </message>
        <message>
            <source>The database is damaged, so this was not kept. The board will move it aside and start a new one.</source>
            <translation>The database is damaged, so this was not kept. The board will move it aside and start a new one.</translation>
        </message>
        <message>
            <source>The difference between the two figures is not one that can be kept; enter it rounded.</source>
            <translation>The difference between the two figures is not one that can be kept; enter it rounded.</translation>
        </message>
        <message>
            <source>The disk can only be read, so this was not kept. Check the disk and its mount.</source>
            <translation>The disk can only be read, so this was not kept. Check the disk and its mount.</translation>
        </message>
        <message>
            <source>The disk did not take this. Check the disk; the board tries again with the next touch.</source>
            <translation>The disk did not take this. Check the disk; the board tries again with the next touch.</translation>
        </message>
        <message>
            <source>The disk is full, so this was not kept. Make room; the board goes on by itself.</source>
            <translation>The disk is full, so this was not kept. Make room; the board goes on by itself.</translation>
        </message>
        <message>
            <source>The id {id} already belongs to another entry. Touch once more.</source>
            <translation>The id {id} already belongs to another entry. Touch once more.</translation>
        </message>
        <message>
            <source>The plant has no KPI '{kpi}'.</source>
            <translation>The plant has no KPI '{kpi}'.</translation>
        </message>
        <message>
            <source>The plant has no line, area or site '{node}'; this change was made for it.</source>
            <translation>The plant has no line, area or site '{node}'; this change was made for it.</translation>
        </message>
        <message>
            <source>The plant has no line, area or site '{node}'; this figure was entered for it.</source>
            <translation>The plant has no line, area or site '{node}'; this figure was entered for it.</translation>
        </message>
        <message>
            <source>The plant has no measure '{measure}'; this figure was entered for it.</source>
            <translation>The plant has no measure '{measure}'; this figure was entered for it.</translation>
        </message>
        <message>
            <source>The plant has no reason '{code}' that could be taken off.</source>
            <translation>The plant has no reason '{code}' that could be taken off.</translation>
        </message>
        <message>
            <source>The target of {kpi} is a range from low to high.</source>
            <translation>The target of {kpi} is a range from low to high.</translation>
        </message>
        <message>
            <source>The target of {kpi} is one value.</source>
            <translation>The target of {kpi} is one value.</translation>
        </message>
        <message>
            <source>This entry could not be kept. Try again.</source>
            <translation>This entry could not be kept. Try again.</translation>
        </message>
        <message>
            <source>This person cannot be kept: a name is needed.</source>
            <translation>This person cannot be kept: a name is needed.</translation>
        </message>
        <message>
            <source>This time is over; a run is planned for now or later.</source>
            <translation>This time is over; a run is planned for now or later.</translation>
        </message>
        <message>
            <source>This would leave {left} of {measure} in the interval, and fewer than none cannot be. Enter a smaller correction.</source>
            <translation>This would leave {left} of {measure} in the interval, and fewer than none cannot be. Enter a smaller correction.</translation>
        </message>
        <message>
            <source>This would leave {left} of {measure} on the day, and fewer than none cannot be. Look at the day once more: something else was entered meanwhile.</source>
            <translation>This would leave {left} of {measure} on the day, and fewer than none cannot be. Look at the day once more: something else was entered meanwhile.</translation>
        </message>
        <message>
            <source>it answered no more and was ended</source>
            <translation>it answered no more and was ended</translation>
        </message>
        <message>
            <source>it could not be started</source>
            <translation>it could not be started</translation>
        </message>
        <message>
            <source>it ended by itself</source>
            <translation>it ended by itself</translation>
        </message>
        <message>
            <source>it printed what is no batch and was ended</source>
            <translation>it printed what is no batch and was ended</translation>
        </message>
        <message>
            <source>it took more than {most} MiB of memory and was ended</source>
            <translation>it took more than {most} MiB of memory and was ended</translation>
        </message>
        <message>
            <source>the program that reads {sources} fell ({why}) and is started again</source>
            <translation>the program that reads {sources} fell ({why}) and is started again</translation>
        </message>
        <message>
            <source>{complaint} Set the clock right, then change the plan.</source>
            <translation>{complaint} Set the clock right, then change the plan.</translation>
        </message>
        <message>
            <source>{day} has not begun yet; enter its figures when it has.</source>
            <translation>{day} has not begun yet; enter its figures when it has.</translation>
        </message>
        <message>
            <source>{day} is over and keeps its target; a target is set from today or a later day.</source>
            <translation>{day} is over and keeps its target; a target is set from today or a later day.</translation>
        </message>
        <message>
            <source>{day} is over and keeps what it had; change today or a later day.</source>
            <translation>{day} is over and keeps what it had; change today or a later day.</translation>
        </message>
        <message>
            <source>{measure} cannot be less than none.</source>
            <translation>{measure} cannot be less than none.</translation>
        </message>
    </context>
</TS>

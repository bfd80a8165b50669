<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi" sourcelanguage="en">
    <context>
        <name>Pages</name>
        <message>
            <source>Board</source>
            <translation>बोर्ड</translation>
        </message>
        <message>
            <source>Intervals</source>
            <translation>अंतराल</translation>
        </message>
        <message>
            <source>KPIs</source>
            <translation>सूचक</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>लाइनें</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>योजना</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>स्रोत</translation>
        </message>
    </context>
    <context>
        <name>board</name>
        <message>
            <source> and </source>
            <translation> और </translation>
        </message>
        <message>
            <source>/h</source>
            <translation>/घंटा</translation>
        </message>
        <message>
            <source>1 day</source>
            <translation>1 दिन</translation>
        </message>
        <message>
            <source>1 earlier interval</source>
            <translation>पहले का 1 अंतराल</translation>
        </message>
        <message>
            <source>1 h</source>
            <translation>1 घंटा</translation>
        </message>
        <message>
            <source>1 week</source>
            <translation>1 सप्ताह</translation>
        </message>
        <message>
            <source>15 min</source>
            <translation>15 मिनट</translation>
        </message>
        <message>
            <source>5 min</source>
            <translation>5 मिनट</translation>
        </message>
        <message>
            <source>A name has at most {n} letters; this one has {m}.</source>
            <translation>नाम में अधिकतम {n} अक्षर हो सकते हैं; इसमें {m} हैं।</translation>
        </message>
        <message>
            <source>A range has a lowest and a highest value.</source>
            <translation>सीमा में न्यूनतम और अधिकतम मान होता है।</translation>
        </message>
        <message>
            <source>A rate is more than nothing; erase it for the standard rate.</source>
            <translation>दर शून्य से ज़्यादा होती है; मानक दर के लिए इसे मिटाएँ।</translation>
        </message>
        <message>
            <source>A run ends after it starts: choose a later end or an earlier start.</source>
            <translation>रन शुरू होने के बाद ही ख़त्म होता है: बाद का अंत या पहले की शुरुआत चुनें।</translation>
        </message>
        <message>
            <source>A shift ends after it starts: choose a later end or an earlier start.</source>
            <translation>शिफ्ट शुरू होने के बाद ही ख़त्म होती है: बाद का अंत या पहले की शुरुआत चुनें।</translation>
        </message>
        <message>
            <source>A shift lasts at most 24 hours.</source>
            <translation>शिफ्ट अधिकतम 24 घंटे चलती है।</translation>
        </message>
        <message>
            <source>A source of data fails</source>
            <translation>एक डेटा स्रोत काम नहीं कर रहा</translation>
        </message>
        <message>
            <source>Actions</source>
            <translation>कार्रवाइयाँ</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>व्यक्ति जोड़ें</translation>
        </message>
        <message>
            <source>Add a reason</source>
            <translation>कारण जोड़ें</translation>
        </message>
        <message>
            <source>Add days not worked</source>
            <translation>छुट्टी के दिन जोड़ें</translation>
        </message>
        <message>
            <source>Add detail</source>
            <translation>ब्योरा दें</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>प्रशासक</translation>
        </message>
        <message>
            <source>All others</source>
            <translation>बाक़ी सब</translation>
        </message>
        <message>
            <source>Another board</source>
            <translation>दूसरा बोर्ड</translation>
        </message>
        <message>
            <source>As before</source>
            <translation>पहले जैसा</translation>
        </message>
        <message>
            <source>At best</source>
            <translation>ज़्यादा से ज़्यादा</translation>
        </message>
        <message>
            <source>At least</source>
            <translation>कम से कम</translation>
        </message>
        <message>
            <source>At most</source>
            <translation>अधिकतम</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>वापस</translation>
        </message>
        <message>
            <source>CSV files</source>
            <translation>CSV फ़ाइलें</translation>
        </message>
        <message>
            <source>Cancel the shift</source>
            <translation>शिफ्ट रद्द करें</translation>
        </message>
        <message>
            <source>Capitals</source>
            <translation>दूसरे अक्षर</translation>
        </message>
        <message>
            <source>Caps</source>
            <translation>ढक्कन</translation>
        </message>
        <message>
            <source>Changed on this wall</source>
            <translation>इस बोर्ड पर बदला गया</translation>
        </message>
        <message>
            <source>Changeover</source>
            <translation>चेंजओवर</translation>
        </message>
        <message>
            <source>Changeover to {product}</source>
            <translation>{product} के लिए चेंजओवर</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>बदलाव</translation>
        </message>
        <message>
            <source>Choose a group, or type a new one.</source>
            <translation>समूह चुनें या नया लिखें।</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>बंद करें</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>टिप्पणी</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>गिनें</translation>
        </message>
        <message>
            <source>Crew</source>
            <translation>टीम</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>दिन</translation>
        </message>
        <message>
            <source>Days before {day} keep the target they had.</source>
            <translation>{day} से पहले के दिनों का लक्ष्य वही रहेगा।</translation>
        </message>
        <message>
            <source>Days not worked</source>
            <translation>छुट्टी के दिन</translation>
        </message>
        <message>
            <source>Deviation</source>
            <translation>विचलन</translation>
        </message>
        <message>
            <source>Deviations</source>
            <translation>विचलन</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>हो गया</translation>
        </message>
        <message>
            <source>Duration</source>
            <translation>अवधि</translation>
        </message>
        <message>
            <source>Ends</source>
            <translation>समाप्त</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>दर्ज करें</translation>
        </message>
        <message>
            <source>Enter or correct</source>
            <translation>दर्ज करें या सुधारें</translation>
        </message>
        <message>
            <source>Entered and logged</source>
            <translation>दर्ज प्रविष्टियाँ</translation>
        </message>
        <message>
            <source>Erase</source>
            <translation>मिटाएँ</translation>
        </message>
        <message>
            <source>Events, {day}</source>
            <translation>घटनाएँ, {day}</translation>
        </message>
        <message>
            <source>Every gap has its reason.</source>
            <translation>हर कमी का कारण दर्ज है।</translation>
        </message>
        <message>
            <source>Failing since {time}: {sentence}</source>
            <translation>{time} से काम नहीं कर रहा: {sentence}</translation>
        </message>
        <message>
            <source>Filler</source>
            <translation>फ़िलर</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>पहला दिन</translation>
        </message>
        <message>
            <source>First of next month</source>
            <translation>अगला महीना</translation>
        </message>
        <message>
            <source>Fiscal year {year}</source>
            <translation>वित्त वर्ष {year}</translation>
        </message>
        <message>
            <source>Footer</source>
            <translation>निचली पट्टी</translation>
        </message>
        <message>
            <source>From</source>
            <translation>से</translation>
        </message>
        <message>
            <source>Give the reason</source>
            <translation>कारण बताएँ</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>समूह</translation>
        </message>
        <message>
            <source>Header</source>
            <translation>ऊपरी पट्टी</translation>
        </message>
        <message>
            <source>Highest</source>
            <translation>अधिकतम</translation>
        </message>
        <message>
            <source>Hold to review {span}</source>
            <translation>{span} की समीक्षा को दबाए रखें</translation>
        </message>
        <message>
            <source>Hourly detail</source>
            <translation>घंटेवार</translation>
        </message>
        <message>
            <source>Hourly detail today</source>
            <translation>आज घंटेवार</translation>
        </message>
        <message>
            <source>How many {unit} more?</source>
            <translation>और कितने {unit}?</translation>
        </message>
        <message>
            <source>How much</source>
            <translation>कितना</translation>
        </message>
        <message>
            <source>How much was it?</source>
            <translation>कितना था?</translation>
        </message>
        <message>
            <source>Icon</source>
            <translation>चिह्न</translation>
        </message>
        <message>
            <source>In words</source>
            <translation>शब्दों में</translation>
        </message>
        <message>
            <source>Intervals</source>
            <translation>अंतराल</translation>
        </message>
        <message>
            <source>Intervals of every line</source>
            <translation>सब लाइनों के अंतराल</translation>
        </message>
        <message>
            <source>Intervals of {line}</source>
            <translation>{line} के अंतराल</translation>
        </message>
        <message>
            <source>It answers, but has told nothing newer than {time}</source>
            <translation>जवाब देता है, पर {time} से नया कुछ नहीं बताया</translation>
        </message>
        <message>
            <source>It ends before it starts.</source>
            <translation>यह शुरू होने से पहले ख़त्म होता है।</translation>
        </message>
        <message>
            <source>It is the target of a day; the plans of months stay.</source>
            <translation>यह एक दिन का लक्ष्य है; महीनों की योजनाएँ वही रहेंगी।</translation>
        </message>
        <message>
            <source>It lasts {n}.</source>
            <translation>अवधि {n}.</translation>
        </message>
        <message>
            <source>It takes the place of what was planned for this time.</source>
            <translation>यह इस समय की पहली योजना की जगह लेता है।</translation>
        </message>
        <message>
            <source>JOP</source>
            <translation>आरंभ</translation>
        </message>
        <message>
            <source>KPI</source>
            <translation>सूचक</translation>
        </message>
        <message>
            <source>KPIs</source>
            <translation>सूचक</translation>
        </message>
        <message>
            <source>KPIs {span} of {n}</source>
            <translation>{n} में से {span}</translation>
        </message>
        <message>
            <source>KPIs, fiscal year {year}</source>
            <translation>सूचक, वित्त वर्ष {year}</translation>
        </message>
        <message>
            <source>KPIs, year {year}</source>
            <translation>सूचक, वर्ष {year}</translation>
        </message>
        <message>
            <source>Labeller</source>
            <translation>लेबलर</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>भाषा</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>अंतिम दिन</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>अक्षर</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>अक्षर</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>लाइनें</translation>
        </message>
        <message>
            <source>Log a deviation</source>
            <translation>विचलन दर्ज करें</translation>
        </message>
        <message>
            <source>Lowest</source>
            <translation>न्यूनतम</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>बने</translation>
        </message>
        <message>
            <source>Met so far: {why}</source>
            <translation>अब तक पूरा: {why}</translation>
        </message>
        <message>
            <source>Met: {why}</source>
            <translation>पूरा: {why}</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>मिनट</translation>
        </message>
        <message>
            <source>Missed because {why}</source>
            <translation>चूका: {why}</translation>
        </message>
        <message>
            <source>Missed so far: {why}</source>
            <translation>अब तक चूका: {why}</translation>
        </message>
        <message>
            <source>More</source>
            <translation>और</translation>
        </message>
        <message>
            <source>More figures</source>
            <translation>और आँकड़े</translation>
        </message>
        <message>
            <source>More lines</source>
            <translation>और लाइनें</translation>
        </message>
        <message>
            <source>More reasons</source>
            <translation>और कारण</translation>
        </message>
        <message>
            <source>More than eight reasons on {lines}: the rarest stand behind the last tile.</source>
            <translation>{lines} पर आठ से ज़्यादा कारण: सबसे कम आने वाले आख़िरी टाइल के पीछे हैं।</translation>
        </message>
        <message>
            <source>More than eight reasons: the rarest stand behind the last tile.</source>
            <translation>आठ से ज़्यादा कारण: सबसे कम आने वाले आख़िरी टाइल के पीछे हैं।</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>नाम</translation>
        </message>
        <message>
            <source>Need</source>
            <translation>चाहिए</translation>
        </message>
        <message>
            <source>Newer</source>
            <translation>नए</translation>
        </message>
        <message>
            <source>Next KPIs</source>
            <translation>अगले सूचक</translation>
        </message>
        <message>
            <source>Next Monday</source>
            <translation>अगला सोमवार</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>अगला पृष्ठ</translation>
        </message>
        <message>
            <source>No KPIs are set up</source>
            <translation>कोई सूचक तय नहीं है</translation>
        </message>
        <message>
            <source>No KPIs yet: the plant file names them.</source>
            <translation>अभी कोई सूचक नहीं: प्लांट फ़ाइल में उनके नाम होते हैं।</translation>
        </message>
        <message>
            <source>No days off ahead.</source>
            <translation>आगे कोई छुट्टी नहीं।</translation>
        </message>
        <message>
            <source>No event</source>
            <translation>कोई घटना नहीं</translation>
        </message>
        <message>
            <source>No event on this day</source>
            <translation>इस दिन कोई घटना नहीं</translation>
        </message>
        <message>
            <source>No event so far</source>
            <translation>अब तक कोई घटना नहीं</translation>
        </message>
        <message>
            <source>No letters are set up</source>
            <translation>कोई अक्षर तय नहीं है</translation>
        </message>
        <message>
            <source>No lines yet: the plant file names them.</source>
            <translation>अभी कोई लाइन नहीं: प्लांट फ़ाइल में उनके नाम होते हैं।</translation>
        </message>
        <message>
            <source>No people are named in the plant file.</source>
            <translation>प्लांट फ़ाइल में किसी का नाम नहीं है।</translation>
        </message>
        <message>
            <source>No product named</source>
            <translation>उत्पाद का नाम नहीं</translation>
        </message>
        <message>
            <source>No quantity is left. Take the reason back instead.</source>
            <translation>कोई मात्रा नहीं बची। इसके बजाय कारण वापस लें।</translation>
        </message>
        <message>
            <source>No reason given</source>
            <translation>कारण नहीं बताया</translation>
        </message>
        <message>
            <source>No reasons yet. Add the first one.</source>
            <translation>अभी कोई कारण नहीं। पहला जोड़ें।</translation>
        </message>
        <message>
            <source>No shift</source>
            <translation>शिफ्ट नहीं</translation>
        </message>
        <message>
            <source>No shift on any line</source>
            <translation>किसी लाइन पर शिफ्ट नहीं</translation>
        </message>
        <message>
            <source>No shift today, and nothing planned.</source>
            <translation>आज कोई शिफ्ट नहीं, और कुछ तय नहीं है।</translation>
        </message>
        <message>
            <source>No source of data</source>
            <translation>कोई डेटा स्रोत नहीं</translation>
        </message>
        <message>
            <source>No value</source>
            <translation>कोई मान नहीं</translation>
        </message>
        <message>
            <source>Nobody can be named yet. Add the first one.</source>
            <translation>अभी किसी का नाम नहीं है। पहला जोड़ें।</translation>
        </message>
        <message>
            <source>Nobody has entered anything for this day</source>
            <translation>इस दिन के लिए किसी ने कुछ दर्ज नहीं किया</translation>
        </message>
        <message>
            <source>Nobody works on this day</source>
            <translation>इस दिन कोई काम नहीं करता</translation>
        </message>
        <message>
            <source>Not entered: {names}</source>
            <translation>दर्ज नहीं: {names}</translation>
        </message>
        <message>
            <source>Not everything was entered for this day</source>
            <translation>इस दिन के लिए सब कुछ दर्ज नहीं हुआ</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>अभी नहीं</translation>
        </message>
        <message>
            <source>Not read now: the program that reads it fell</source>
            <translation>अभी पढ़ा नहीं जा रहा: इसे पढ़ने वाला प्रोग्राम रुक गया</translation>
        </message>
        <message>
            <source>Not read now: the program that reads it fell and is started again at {time}</source>
            <translation>अभी पढ़ा नहीं जा रहा: इसे पढ़ने वाला प्रोग्राम रुक गया और {time} पर फिर शुरू होगा</translation>
        </message>
        <message>
            <source>Not usable: {sentence}</source>
            <translation>काम का नहीं: {sentence}</translation>
        </message>
        <message>
            <source>Not worked: {days}</source>
            <translation>काम नहीं: {days}</translation>
        </message>
        <message>
            <source>Nothing has been changed: everything is as the plant file says.</source>
            <translation>कुछ नहीं बदला गया: सब प्लांट फ़ाइल के अनुसार है।</translation>
        </message>
        <message>
            <source>Nothing has come since {time}</source>
            <translation>{time} से कुछ नहीं आया</translation>
        </message>
        <message>
            <source>Nothing is different yet.</source>
            <translation>अभी कुछ नहीं बदला है।</translation>
        </message>
        <message>
            <source>Nothing is different yet: choose another start or end.</source>
            <translation>अभी कुछ नहीं बदला: दूसरी शुरुआत या अंत चुनें।</translation>
        </message>
        <message>
            <source>Nothing planned: the standard rate holds.</source>
            <translation>कुछ तय नहीं: मानक दर लागू है।</translation>
        </message>
        <message>
            <source>Nothing waiting</source>
            <translation>कुछ बाक़ी नहीं</translation>
        </message>
        <message>
            <source>Nothing was entered so far</source>
            <translation>अब तक कुछ दर्ज नहीं हुआ</translation>
        </message>
        <message>
            <source>Now {aim}</source>
            <translation>अभी {aim}</translation>
        </message>
        <message>
            <source>OEE {figures}</source>
            <translation>OEE {figures}</translation>
        </message>
        <message>
            <source>Older</source>
            <translation>पुराने</translation>
        </message>
        <message>
            <source>Operator</source>
            <translation>ऑपरेटर</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>ऑर्डर</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>अन्य</translation>
        </message>
        <message>
            <source>Palletiser</source>
            <translation>पैलेटाइज़र</translation>
        </message>
        <message>
            <source>Past figures are being read in</source>
            <translation>पिछले आँकड़े पढ़े जा रहे हैं</translation>
        </message>
        <message>
            <source>People</source>
            <translation>लोग</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>व्यक्ति</translation>
        </message>
        <message>
            <source>Plan a changeover</source>
            <translation>चेंजओवर तय करें</translation>
        </message>
        <message>
            <source>Plan a run</source>
            <translation>रन तय करें</translation>
        </message>
        <message>
            <source>Previous KPIs</source>
            <translation>पिछले सूचक</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>पिछला पृष्ठ</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>उत्पाद</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>गुणवत्ता</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>मात्रा</translation>
        </message>
        <message>
            <source>Quantity and crew are more than nothing; erase what is not known.</source>
            <translation>मात्रा और टीम शून्य से ज़्यादा होती हैं; जो पता न हो उसे मिटाएँ।</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>दर</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>कारण</translation>
        </message>
        <message>
            <source>Reasons</source>
            <translation>कारण</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>भूमिका</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>रन</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>सहेजें</translation>
        </message>
        <message>
            <source>Saved: {what}</source>
            <translation>सहेजा: {what}</translation>
        </message>
        <message>
            <source>Say from which day the target holds.</source>
            <translation>बताएँ कि लक्ष्य किस दिन से लागू है।</translation>
        </message>
        <message>
            <source>Say the first and the last day.</source>
            <translation>पहला और अंतिम दिन बताएँ।</translation>
        </message>
        <message>
            <source>Say what is made: a product, an order, a rate or a quantity.</source>
            <translation>बताएँ क्या बनेगा: उत्पाद, ऑर्डर, दर या मात्रा।</translation>
        </message>
        <message>
            <source>Say when the changeover starts and how long it lasts.</source>
            <translation>बताएँ चेंजओवर कब शुरू होगा और कितना चलेगा।</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>शिफ्ट</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>स्रोत</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>ख़ाली जगह</translation>
        </message>
        <message>
            <source>Starts</source>
            <translation>शुरू</translation>
        </message>
        <message>
            <source>Supervisor</source>
            <translation>सुपरवाइज़र</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>वापस लें</translation>
        </message>
        <message>
            <source>Take off</source>
            <translation>हटाएँ</translation>
        </message>
        <message>
            <source>Taken back: {what}</source>
            <translation>वापस लिया: {what}</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>लक्ष्य</translation>
        </message>
        <message>
            <source>Targets</source>
            <translation>लक्ष्य</translation>
        </message>
        <message>
            <source>Team leader</source>
            <translation>टीम लीडर</translation>
        </message>
        <message>
            <source>That would leave {n} {unit}. A count cannot fall below zero.</source>
            <translation>इससे {n} {unit} बचेंगे। गिनती शून्य से कम नहीं हो सकती।</translation>
        </message>
        <message>
            <source>The board was restarted after a fault</source>
            <translation>ख़राबी के बाद बोर्ड फिर शुरू हुआ</translation>
        </message>
        <message>
            <source>The changed plant has errors; the last good one stays</source>
            <translation>बदली प्लांट फ़ाइल में ग़लतियाँ हैं; पिछली सही फ़ाइल लागू रहेगी</translation>
        </message>
        <message>
            <source>The clock of this screen may be wrong; recording goes on</source>
            <translation>इस स्क्रीन की घड़ी ग़लत हो सकती है; रिकॉर्डिंग जारी है</translation>
        </message>
        <message>
            <source>The database was damaged; it was kept aside and a new one begun</source>
            <translation>डेटाबेस ख़राब था; उसे अलग रखकर नया शुरू किया गया</translation>
        </message>
        <message>
            <source>The device is gone: {names}</source>
            <translation>उपकरण चला गया: {names}</translation>
        </message>
        <message>
            <source>The disk is nearly full: make room</source>
            <translation>डिस्क लगभग भर गई है: जगह बनाएँ</translation>
        </message>
        <message>
            <source>The disk refuses: taps cannot be kept now</source>
            <translation>डिस्क मना कर रही है: प्रविष्टियाँ अभी सहेजी नहीं जा सकतीं</translation>
        </message>
        <message>
            <source>The journal keeps a number in the place of the name.</source>
            <translation>जर्नल में नाम की जगह एक संख्या रहती है।</translation>
        </message>
        <message>
            <source>The lowest value is above the highest: change one of the two.</source>
            <translation>न्यूनतम मान अधिकतम से ऊपर है: दोनों में से एक बदलें।</translation>
        </message>
        <message>
            <source>The plant file has no [[source]] table: counts are typed by hand</source>
            <translation>संयंत्र फ़ाइल में कोई [[source]] तालिका नहीं: गिनती हाथ से भरी जाती है</translation>
        </message>
        <message>
            <source>The program that reads them has run since {time}</source>
            <translation>इन्हें पढ़ने वाला प्रोग्राम {time} से चल रहा है</translation>
        </message>
        <message>
            <source>The program that reads {sources} has run since {time}</source>
            <translation>{sources} पढ़ने वाला प्रोग्राम {time} से चल रहा है</translation>
        </message>
        <message>
            <source>The whole site</source>
            <translation>पूरा प्लांट</translation>
        </message>
        <message>
            <source>There is a reason of this name already.</source>
            <translation>इस नाम का कारण पहले से है।</translation>
        </message>
        <message>
            <source>They are neither green nor red, and nothing is due on them.</source>
            <translation>वे न हरे हैं न लाल, और उन पर कुछ देय नहीं है।</translation>
        </message>
        <message>
            <source>This day is still to come</source>
            <translation>यह दिन अभी आना है</translation>
        </message>
        <message>
            <source>This letter has no KPI</source>
            <translation>इस अक्षर का कोई सूचक नहीं है</translation>
        </message>
        <message>
            <source>This line has no reasons yet. The plant file names them.</source>
            <translation>इस लाइन के कारण अभी तय नहीं हैं। प्लांट फ़ाइल में उनके नाम होते हैं।</translation>
        </message>
        <message>
            <source>This target holds on that day already: type another one.</source>
            <translation>उस दिन यही लक्ष्य लागू है: दूसरा लिखें।</translation>
        </message>
        <message>
            <source>To</source>
            <translation>तक</translation>
        </message>
        <message>
            <source>To which product</source>
            <translation>किस उत्पाद के लिए</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>आज</translation>
        </message>
        <message>
            <source>Today’s plan</source>
            <translation>आज की योजना</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>कल</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>लिखें</translation>
        </message>
        <message>
            <source>Type another</source>
            <translation>दूसरा लिखें</translation>
        </message>
        <message>
            <source>Type the name of the person.</source>
            <translation>व्यक्ति का नाम लिखें।</translation>
        </message>
        <message>
            <source>Type the name of the reason.</source>
            <translation>कारण का नाम लिखें।</translation>
        </message>
        <message>
            <source>Type the target.</source>
            <translation>लक्ष्य लिखें।</translation>
        </message>
        <message>
            <source>Type why these days are not worked.</source>
            <translation>लिखें कि इन दिनों काम क्यों नहीं होगा।</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>वापस लें</translation>
        </message>
        <message>
            <source>Until then the target of a day comes with its figures.</source>
            <translation>तब तक किसी दिन का लक्ष्य उसके आँकड़ों के साथ आता है।</translation>
        </message>
        <message>
            <source>Until then the targets of its lines make it.</source>
            <translation>तब तक यह इसकी लाइनों के लक्ष्यों से बनता है।</translation>
        </message>
        <message>
            <source>Until {time}. The plan asks for no output in this time.</source>
            <translation>{time} तक। योजना में इस समय उत्पादन नहीं माँगा जाता।</translation>
        </message>
        <message>
            <source>Usually {span}.</source>
            <translation>आमतौर पर {span}.</translation>
        </message>
        <message>
            <source>Watch so far: {why}</source>
            <translation>अब तक ध्यान दें: {why}</translation>
        </message>
        <message>
            <source>Watch: {why}</source>
            <translation>ध्यान दें: {why}</translation>
        </message>
        <message>
            <source>What do you enter?</source>
            <translation>क्या दर्ज करना है?</translation>
        </message>
        <message>
            <source>What does the line make, and when?</source>
            <translation>लाइन क्या बनाती है, और कब?</translation>
        </message>
        <message>
            <source>What is different today?</source>
            <translation>आज क्या अलग है?</translation>
        </message>
        <message>
            <source>What may a miss be due to?</source>
            <translation>चूक किस कारण हो सकती है?</translation>
        </message>
        <message>
            <source>What was logged under its old name takes the new one.</source>
            <translation>पुराने नाम से दर्ज प्रविष्टियाँ नया नाम लेंगी।</translation>
        </message>
        <message>
            <source>What went wrong?</source>
            <translation>क्या गड़बड़ हुई?</translation>
        </message>
        <message>
            <source>What went wrong? Say it in words.</source>
            <translation>क्या गड़बड़ हुई? शब्दों में लिखें।</translation>
        </message>
        <message>
            <source>When does the shift start and end today?</source>
            <translation>आज शिफ्ट कब शुरू और ख़त्म होगी?</translation>
        </message>
        <message>
            <source>When is the changeover, and how long?</source>
            <translation>चेंजओवर कब है, और कितना लंबा?</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>कहाँ</translation>
        </message>
        <message>
            <source>Which board?</source>
            <translation>कौन-सा बोर्ड?</translation>
        </message>
        <message>
            <source>Which days are not worked?</source>
            <translation>किन दिनों काम नहीं होगा?</translation>
        </message>
        <message>
            <source>Which language?</source>
            <translation>कौन-सी भाषा?</translation>
        </message>
        <message>
            <source>Which reason changes?</source>
            <translation>कौन-सा कारण बदलता है?</translation>
        </message>
        <message>
            <source>Which target changes?</source>
            <translation>कौन-सा लक्ष्य बदलता है?</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>कौन</translation>
        </message>
        <message>
            <source>Who comes, goes or changes?</source>
            <translation>कौन आता, जाता या बदलता है?</translation>
        </message>
        <message>
            <source>Who is new at this board?</source>
            <translation>इस बोर्ड पर नया कौन है?</translation>
        </message>
        <message>
            <source>Why, {day}</source>
            <translation>क्यों, {day}</translation>
        </message>
        <message>
            <source>With this: {what}.</source>
            <translation>इससे: {what}.</translation>
        </message>
        <message>
            <source>Worked after all</source>
            <translation>फिर भी काम होगा</translation>
        </message>
        <message>
            <source>Worked after all: {days}</source>
            <translation>फिर भी काम होगा: {days}</translation>
        </message>
        <message>
            <source>YTD</source>
            <translation>अब तक</translation>
        </message>
        <message>
            <source>Year {year}</source>
            <translation>वर्ष {year}</translation>
        </message>
        <message>
            <source>a count is missing</source>
            <translation>एक गिनती बाक़ी</translation>
        </message>
        <message>
            <source>action verified</source>
            <translation>कार्रवाई सत्यापित</translation>
        </message>
        <message>
            <source>actual</source>
            <translation>वास्तविक</translation>
        </message>
        <message>
            <source>ahead of plan</source>
            <translation>योजना से आगे</translation>
        </message>
        <message>
            <source>ahead of plan by</source>
            <translation>योजना से आगे</translation>
        </message>
        <message numerus="yes">
            <source>all {n} are being read</source>
            <extracomment>it is being read</extracomment>
            <translation>
                <numerusform>इसे पढ़ा जा रहा है</numerusform>
                <numerusform>सभी {n} पढ़े जा रहे हैं</numerusform>
            </translation>
        </message>
        <message>
            <source>all {n} explained</source>
            <translation>सभी {n} का कारण मिला</translation>
        </message>
        <message>
            <source>an hour</source>
            <translation>प्रति घंटा</translation>
        </message>
        <message>
            <source>and {n} more</source>
            <translation>और {n}</translation>
        </message>
        <message numerus="yes">
            <source>and {n} more lines, {behind} of them behind</source>
            <extracomment>and {n} more line, {behind} of them behind</extracomment>
            <translation>
                <numerusform>और {n} लाइन, इनमें {behind} पीछे</numerusform>
                <numerusform>और {n} लाइनें, इनमें {behind} पीछे</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and {n} more programs</source>
            <extracomment>and {n} more program</extracomment>
            <translation>
                <numerusform>और {n} प्रोग्राम</numerusform>
                <numerusform>और {n} प्रोग्राम</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and {n} more sources</source>
            <extracomment>and {n} more source</extracomment>
            <translation>
                <numerusform>और {n} स्रोत</numerusform>
                <numerusform>और {n} स्रोत</numerusform>
            </translation>
        </message>
        <message>
            <source>answered {time}</source>
            <translation>जवाब {time}</translation>
        </message>
        <message>
            <source>as a ratio of sums</source>
            <translation>योगों के अनुपात के रूप में</translation>
        </message>
        <message>
            <source>as a sum</source>
            <translation>योग के रूप में</translation>
        </message>
        <message>
            <source>as planned</source>
            <translation>योजना के अनुसार</translation>
        </message>
        <message>
            <source>as the last value</source>
            <translation>अंतिम मान के रूप में</translation>
        </message>
        <message>
            <source>as the worst value</source>
            <translation>सबसे ख़राब मान के रूप में</translation>
        </message>
        <message>
            <source>as usual</source>
            <translation>हमेशा की तरह</translation>
        </message>
        <message>
            <source>at the end</source>
            <translation>अंत में</translation>
        </message>
        <message>
            <source>at {time}</source>
            <translation>{time} पर</translation>
        </message>
        <message>
            <source>best gap at the end</source>
            <translation>अंत में सबसे कम कमी</translation>
        </message>
        <message>
            <source>best proven {rate}</source>
            <translation>सर्वश्रेष्ठ {rate}</translation>
        </message>
        <message>
            <source>billion {unit}</source>
            <translation>अरब {unit}</translation>
        </message>
        <message>
            <source>broker, MQTT</source>
            <translation>ब्रोकर, MQTT</translation>
        </message>
        <message>
            <source>by line</source>
            <translation>लाइन के अनुसार</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>रद्द</translation>
        </message>
        <message>
            <source>cancelled {day}</source>
            <translation>{day} रद्द</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>बंद</translation>
        </message>
        <message>
            <source>closed {when}</source>
            <translation>बंद हुआ {when}</translation>
        </message>
        <message>
            <source>closes in {n} s</source>
            <translation>{n} सेकंड में बंद</translation>
        </message>
        <message>
            <source>complete up to {time}</source>
            <translation>{time} तक सब बताया</translation>
        </message>
        <message>
            <source>correct the plan</source>
            <translation>योजना सुधारें</translation>
        </message>
        <message>
            <source>count {change} {unit}</source>
            <translation>गिनती {change} {unit}</translation>
        </message>
        <message>
            <source>countermeasure</source>
            <translation>उपाय</translation>
        </message>
        <message>
            <source>countermeasure open</source>
            <translation>उपाय खुला</translation>
        </message>
        <message>
            <source>countermeasure overdue</source>
            <translation>उपाय की तारीख़ बीती</translation>
        </message>
        <message>
            <source>countermeasure verified</source>
            <translation>उपाय सत्यापित</translation>
        </message>
        <message>
            <source>crew {n}</source>
            <translation>टीम {n}</translation>
        </message>
        <message>
            <source>cumulative</source>
            <translation>कुल फ़र्क़</translation>
        </message>
        <message>
            <source>data {age} old</source>
            <translation>डेटा {age} पुराना</translation>
        </message>
        <message>
            <source>database, SQL</source>
            <translation>डेटाबेस, SQL</translation>
        </message>
        <message numerus="yes">
            <source>days</source>
            <extracomment>day</extracomment>
            <translation>
                <numerusform>दिन</numerusform>
                <numerusform>दिन</numerusform>
            </translation>
        </message>
        <message>
            <source>days met</source>
            <translation>दिन पूरे</translation>
        </message>
        <message>
            <source>delta</source>
            <translation>फ़र्क़</translation>
        </message>
        <message>
            <source>demo, invented values</source>
            <translation>डेमो, काल्पनिक मान</translation>
        </message>
        <message>
            <source>details</source>
            <translation>ब्योरा</translation>
        </message>
        <message>
            <source>due today</source>
            <translation>आज नियत</translation>
        </message>
        <message>
            <source>due {day}</source>
            <translation>नियत {day}</translation>
        </message>
        <message>
            <source>end of {shift}</source>
            <translation>{shift} का अंत</translation>
        </message>
        <message>
            <source>ends {n} earlier</source>
            <translation>{n} पहले ख़त्म</translation>
        </message>
        <message>
            <source>fiscal year {year}</source>
            <translation>वित्त वर्ष {year}</translation>
        </message>
        <message>
            <source>for the rest of the shift</source>
            <translation>शिफ्ट के बाक़ी समय के लिए</translation>
        </message>
        <message>
            <source>former colleague</source>
            <translation>पूर्व सहकर्मी</translation>
        </message>
        <message>
            <source>from {day}</source>
            <translation>{day} से</translation>
        </message>
        <message>
            <source>hold to sign</source>
            <translation>हस्ताक्षर को दबाए रखें</translation>
        </message>
        <message>
            <source>interval</source>
            <translation>अंतराल</translation>
        </message>
        <message>
            <source>is the gap explained?</source>
            <translation>कमी का कारण मिला?</translation>
        </message>
        <message numerus="yes">
            <source>it fell {n} times, last at {time}</source>
            <extracomment>it fell once, at {time}</extracomment>
            <translation>
                <numerusform>यह एक बार रुका, {time} पर</numerusform>
                <numerusform>यह {n} बार रुका, पिछली बार {time} पर</numerusform>
            </translation>
        </message>
        <message>
            <source>last recoverable at</source>
            <translation>भरपाई संभव</translation>
        </message>
        <message>
            <source>late · {age}</source>
            <translation>देर · {age}</translation>
        </message>
        <message>
            <source>line signal {age}</source>
            <translation>लाइन का सिग्नल {age}</translation>
        </message>
        <message>
            <source>line signal {age} old</source>
            <translation>लाइन का सिग्नल {age} पुराना</translation>
        </message>
        <message>
            <source>live · {age}</source>
            <translation>लाइव · {age}</translation>
        </message>
        <message>
            <source>longest run of misses {n}</source>
            <translation>लगातार चूकों की सबसे लंबी कड़ी {n}</translation>
        </message>
        <message>
            <source>machine, OPC UA</source>
            <translation>मशीन, OPC UA</translation>
        </message>
        <message>
            <source>mean {value}</source>
            <translation>औसत {value}</translation>
        </message>
        <message>
            <source>met</source>
            <translation>पूरा</translation>
        </message>
        <message>
            <source>million {unit}</source>
            <translation>मिलियन {unit}</translation>
        </message>
        <message>
            <source>missed</source>
            <translation>चूका</translation>
        </message>
        <message>
            <source>more than a countermeasure is needed</source>
            <translation>केवल एक उपाय काफ़ी नहीं है</translation>
        </message>
        <message>
            <source>natural {value}</source>
            <translation>स्वाभाविक {value}</translation>
        </message>
        <message>
            <source>near miss</source>
            <translation>बाल-बाल बचे</translation>
        </message>
        <message>
            <source>near miss reported</source>
            <translation>बाल-बाल बची घटना बताई गई</translation>
        </message>
        <message>
            <source>needs {rate}</source>
            <translation>चाहिए {rate}</translation>
        </message>
        <message>
            <source>no countermeasure</source>
            <translation>कोई उपाय नहीं</translation>
        </message>
        <message>
            <source>no data yet</source>
            <translation>अभी डेटा नहीं</translation>
        </message>
        <message>
            <source>no day judged yet</source>
            <translation>अभी किसी दिन का आकलन नहीं</translation>
        </message>
        <message>
            <source>no event</source>
            <translation>कोई घटना नहीं</translation>
        </message>
        <message>
            <source>no line signal</source>
            <translation>लाइन का सिग्नल नहीं</translation>
        </message>
        <message>
            <source>no owner</source>
            <translation>ज़िम्मेदार नहीं</translation>
        </message>
        <message>
            <source>no plan</source>
            <translation>योजना नहीं</translation>
        </message>
        <message>
            <source>no plan for this shift</source>
            <translation>इस शिफ्ट की योजना नहीं</translation>
        </message>
        <message>
            <source>no reasons for this day</source>
            <translation>इस दिन का कोई कारण नहीं</translation>
        </message>
        <message>
            <source>no shift</source>
            <translation>शिफ्ट नहीं</translation>
        </message>
        <message>
            <source>no shift today</source>
            <translation>आज शिफ्ट नहीं</translation>
        </message>
        <message>
            <source>no target</source>
            <translation>कोई लक्ष्य नहीं</translation>
        </message>
        <message>
            <source>no value yet</source>
            <translation>अभी कोई मान नहीं</translation>
        </message>
        <message>
            <source>no values yet</source>
            <translation>अभी कोई मान नहीं</translation>
        </message>
        <message>
            <source>no working time is left</source>
            <translation>काम का समय नहीं बचा</translation>
        </message>
        <message>
            <source>noise</source>
            <translation>शोर</translation>
        </message>
        <message>
            <source>none</source>
            <translation>नहीं</translation>
        </message>
        <message>
            <source>none named</source>
            <translation>नाम नहीं</translation>
        </message>
        <message>
            <source>none needed</source>
            <translation>ज़रूरत नहीं</translation>
        </message>
        <message>
            <source>not counted yet</source>
            <translation>अभी गिना नहीं</translation>
        </message>
        <message>
            <source>not entered</source>
            <translation>दर्ज नहीं</translation>
        </message>
        <message>
            <source>not entered yet</source>
            <translation>अभी दर्ज नहीं</translation>
        </message>
        <message>
            <source>not everything was entered</source>
            <translation>सब कुछ दर्ज नहीं हुआ</translation>
        </message>
        <message>
            <source>not final yet</source>
            <translation>अभी अंतिम नहीं</translation>
        </message>
        <message>
            <source>not recorded</source>
            <translation>दर्ज नहीं</translation>
        </message>
        <message>
            <source>not said</source>
            <translation>नहीं बताया</translation>
        </message>
        <message>
            <source>not saved yet</source>
            <translation>अभी सहेजा नहीं</translation>
        </message>
        <message>
            <source>not worked</source>
            <translation>काम नहीं</translation>
        </message>
        <message>
            <source>not working now</source>
            <translation>अभी काम नहीं</translation>
        </message>
        <message>
            <source>nothing counted yet</source>
            <translation>अभी कुछ नहीं गिना</translation>
        </message>
        <message>
            <source>nothing entered, nothing logged</source>
            <translation>कुछ दर्ज नहीं</translation>
        </message>
        <message>
            <source>nothing received</source>
            <translation>कुछ नहीं मिला</translation>
        </message>
        <message>
            <source>nothing waiting</source>
            <translation>कुछ बाक़ी नहीं</translation>
        </message>
        <message>
            <source>nothing yet</source>
            <translation>अभी कुछ नहीं</translation>
        </message>
        <message>
            <source>now</source>
            <translation>अभी</translation>
        </message>
        <message>
            <source>now {rate}</source>
            <translation>अभी {rate}</translation>
        </message>
        <message>
            <source>now {value}</source>
            <translation>अभी {value}</translation>
        </message>
        <message>
            <source>of {plan}</source>
            <translation>कुल {plan}</translation>
        </message>
        <message>
            <source>offline</source>
            <translation>ऑफ़लाइन</translation>
        </message>
        <message>
            <source>on pace</source>
            <translation>गति ठीक</translation>
        </message>
        <message>
            <source>on the list</source>
            <translation>सूची में</translation>
        </message>
        <message>
            <source>open</source>
            <translation>चालू</translation>
        </message>
        <message>
            <source>open action</source>
            <translation>खुली कार्रवाई</translation>
        </message>
        <message>
            <source>open at {time}</source>
            <translation>{time} से</translation>
        </message>
        <message>
            <source>open day</source>
            <translation>चालू दिन</translation>
        </message>
        <message>
            <source>order {order}</source>
            <translation>ऑर्डर {order}</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>तारीख़ बीती</translation>
        </message>
        <message>
            <source>owner</source>
            <translation>ज़िम्मा</translation>
        </message>
        <message>
            <source>owner {name}</source>
            <translation>ज़िम्मेदार {name}</translation>
        </message>
        <message>
            <source>partial month</source>
            <translation>आंशिक महीना</translation>
        </message>
        <message>
            <source>plan</source>
            <translation>योजना</translation>
        </message>
        <message>
            <source>plan now</source>
            <translation>अभी की योजना</translation>
        </message>
        <message>
            <source>plan {value}</source>
            <translation>योजना {value}</translation>
        </message>
        <message>
            <source>program</source>
            <translation>प्रोग्राम</translation>
        </message>
        <message numerus="yes">
            <source>readings today</source>
            <extracomment>reading today</extracomment>
            <translation>
                <numerusform>रीडिंग आज</numerusform>
                <numerusform>रीडिंग आज</numerusform>
            </translation>
        </message>
        <message>
            <source>reasons</source>
            <translation>कारण</translation>
        </message>
        <message>
            <source>record {n}</source>
            <translation>रिकॉर्ड {n}</translation>
        </message>
        <message>
            <source>review due</source>
            <translation>समीक्षा बाक़ी</translation>
        </message>
        <message>
            <source>reviewed</source>
            <translation>समीक्षा</translation>
        </message>
        <message>
            <source>running</source>
            <translation>चालू</translation>
        </message>
        <message>
            <source>server</source>
            <translation>सर्वर</translation>
        </message>
        <message>
            <source>server offline</source>
            <translation>सर्वर ऑफ़लाइन</translation>
        </message>
        <message>
            <source>server offline since {time}</source>
            <translation>सर्वर {time} से ऑफ़लाइन</translation>
        </message>
        <message>
            <source>server, HTTP</source>
            <translation>सर्वर, HTTP</translation>
        </message>
        <message>
            <source>shift</source>
            <translation>शिफ्ट</translation>
        </message>
        <message>
            <source>signal</source>
            <translation>संकेत</translation>
        </message>
        <message>
            <source>since last accident</source>
            <translation>पिछली दुर्घटना से</translation>
        </message>
        <message>
            <source>since last lost-time accident</source>
            <translation>कार्य-हानि वाली पिछली दुर्घटना से</translation>
        </message>
        <message>
            <source>since {day}</source>
            <translation>{day} से</translation>
        </message>
        <message>
            <source>since {time}</source>
            <translation>{time} से</translation>
        </message>
        <message>
            <source>standard rate</source>
            <translation>मानक दर</translation>
        </message>
        <message>
            <source>start {value}</source>
            <translation>आरंभ {value}</translation>
        </message>
        <message>
            <source>starts {n} earlier</source>
            <translation>{n} पहले शुरू</translation>
        </message>
        <message>
            <source>starts {n} later</source>
            <translation>{n} बाद शुरू</translation>
        </message>
        <message>
            <source>taken back</source>
            <translation>वापस लिया गया</translation>
        </message>
        <message>
            <source>taken off</source>
            <translation>हटाया गया</translation>
        </message>
        <message>
            <source>tap: count</source>
            <translation>छुएँ: गिनती</translation>
        </message>
        <message>
            <source>tap: enter the count</source>
            <translation>छुएँ: गिनती दर्ज करें</translation>
        </message>
        <message>
            <source>tap: give the reason</source>
            <translation>छुएँ: कारण बताएँ</translation>
        </message>
        <message>
            <source>tap: reason</source>
            <translation>छुएँ: कारण</translation>
        </message>
        <message>
            <source>target</source>
            <translation>लक्ष्य</translation>
        </message>
        <message>
            <source>target {value}</source>
            <translation>लक्ष्य {value}</translation>
        </message>
        <message>
            <source>the change</source>
            <translation>बदलाव</translation>
        </message>
        <message>
            <source>the gap of {gap} is now fully explained</source>
            <translation>{gap} की कमी का पूरा कारण मिल गया</translation>
        </message>
        <message>
            <source>the plan cannot be met</source>
            <translation>योजना पूरी नहीं हो सकती</translation>
        </message>
        <message>
            <source>the plan of the shift is made</source>
            <translation>शिफ्ट की योजना पूरी</translation>
        </message>
        <message>
            <source>the shift ended at {time}</source>
            <translation>शिफ्ट {time} बजे ख़त्म हुई</translation>
        </message>
        <message>
            <source>then {n} more</source>
            <translation>फिर {n} और</translation>
        </message>
        <message>
            <source>this screen</source>
            <translation>यह स्क्रीन</translation>
        </message>
        <message>
            <source>thousand {unit}</source>
            <translation>हज़ार {unit}</translation>
        </message>
        <message>
            <source>to come</source>
            <translation>आगे</translation>
        </message>
        <message>
            <source>to explain</source>
            <translation>कारण बाक़ी</translation>
        </message>
        <message>
            <source>today</source>
            <translation>आज</translation>
        </message>
        <message>
            <source>tomorrow</source>
            <translation>आने वाला कल</translation>
        </message>
        <message>
            <source>trend</source>
            <translation>रुझान</translation>
        </message>
        <message>
            <source>trend and plan</source>
            <translation>रुझान और योजना</translation>
        </message>
        <message>
            <source>verified</source>
            <translation>सत्यापित</translation>
        </message>
        <message>
            <source>waiting for a reason. Touch one.</source>
            <translation>कारण बाक़ी है। एक को छुएँ।</translation>
        </message>
        <message>
            <source>watch</source>
            <translation>ध्यान दें</translation>
        </message>
        <message>
            <source>what is planned</source>
            <translation>जो योजना में है</translation>
        </message>
        <message>
            <source>whole site</source>
            <translation>पूरा प्लांट</translation>
        </message>
        <message>
            <source>with the data</source>
            <translation>डेटा के साथ</translation>
        </message>
        <message>
            <source>workbooks</source>
            <translation>वर्कबुक</translation>
        </message>
        <message>
            <source>worked after all</source>
            <translation>फिर भी काम</translation>
        </message>
        <message>
            <source>year to date {kind}</source>
            <translation>वर्ष में अब तक {kind}</translation>
        </message>
        <message>
            <source>year {year}</source>
            <translation>वर्ष {year}</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>बीता कल</translation>
        </message>
        <message>
            <source>yesterday {value}</source>
            <translation>बीते कल {value}</translation>
        </message>
        <message>
            <source>{age} old</source>
            <translation>{age} पुराना</translation>
        </message>
        <message>
            <source>{a} of {b} {unit} {name}</source>
            <translation>{b} {unit} में से {a} {name}</translation>
        </message>
        <message>
            <source>{group}: what was it?</source>
            <translation>{group}: क्या था?</translation>
        </message>
        <message>
            <source>{h} h {m}</source>
            <translation>{h} घंटे {m}</translation>
        </message>
        <message>
            <source>{kpi} per day</source>
            <translation>{kpi} प्रति दिन</translation>
        </message>
        <message>
            <source>{kpi} {value} is above {limit}</source>
            <translation>{kpi} {value}, {limit} से ऊपर है</translation>
        </message>
        <message>
            <source>{kpi} {value} is below {limit}</source>
            <translation>{kpi} {value}, {limit} से नीचे है</translation>
        </message>
        <message>
            <source>{kpi} {value} is just above {limit}</source>
            <translation>{kpi} {value}, {limit} से थोड़ा ऊपर है</translation>
        </message>
        <message>
            <source>{kpi} {value} is just below {limit}</source>
            <translation>{kpi} {value}, {limit} से थोड़ा नीचे है</translation>
        </message>
        <message>
            <source>{kpi} {value} is within {limit}</source>
            <translation>{kpi} {value}, {limit} के भीतर है</translation>
        </message>
        <message>
            <source>{kpi} {value} reaches {limit}</source>
            <translation>{kpi} {value}, {limit} तक पहुँचा</translation>
        </message>
        <message>
            <source>{kpi} {value} so far, no target</source>
            <translation>{kpi} अब तक {value}, कोई लक्ष्य नहीं</translation>
        </message>
        <message>
            <source>{kpi} {value}, no target</source>
            <translation>{kpi} {value}, कोई लक्ष्य नहीं</translation>
        </message>
        <message>
            <source>{left} of {gap} still not explained</source>
            <translation>{gap} में से {left} का कारण बाक़ी</translation>
        </message>
        <message>
            <source>{line} has no working time on {day}.</source>
            <translation>{day} को {line} पर काम का समय नहीं है।</translation>
        </message>
        <message>
            <source>{names} and {last}</source>
            <translation>{names} और {last}</translation>
        </message>
        <message>
            <source>{name} taken off</source>
            <translation>{name} हटाया गया</translation>
        </message>
        <message>
            <source>{name} {a} of {b} {unit}</source>
            <translation>{name} {b} {unit} में से {a}</translation>
        </message>
        <message>
            <source>{notice} (and {n} more)</source>
            <translation>{notice} (और {n})</translation>
        </message>
        <message>
            <source>{n} % of the shift</source>
            <translation>शिफ्ट का {n}%</translation>
        </message>
        <message>
            <source>{n} % of the shift made</source>
            <translation>शिफ्ट का {n}% बना</translation>
        </message>
        <message>
            <source>{n} % so far</source>
            <translation>अब तक {n}%</translation>
        </message>
        <message>
            <source>{n} % to the order's end</source>
            <translation>ऑर्डर के अंत तक {n}%</translation>
        </message>
        <message>
            <source>{n} behind pace</source>
            <translation>गति से {n} पीछे</translation>
        </message>
        <message numerus="yes">
            <source>{n} changes made on this wall</source>
            <extracomment>{n} change made on this wall</extracomment>
            <translation>
                <numerusform>इस बोर्ड पर {n} बदलाव</numerusform>
                <numerusform>इस बोर्ड पर {n} बदलाव</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} days</source>
            <extracomment>{n} day</extracomment>
            <translation>
                <numerusform>{n} दिन</numerusform>
                <numerusform>{n} दिन</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} days late</source>
            <extracomment>{n} day late</extracomment>
            <translation>
                <numerusform>{n} दिन देर</numerusform>
                <numerusform>{n} दिन देर</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} days since the last lost-time accident</source>
            <extracomment>{n} day since the last lost-time accident</extracomment>
            <translation>
                <numerusform>कार्य-हानि वाली पिछली दुर्घटना के बाद {n} दिन</numerusform>
                <numerusform>कार्य-हानि वाली पिछली दुर्घटना के बाद {n} दिन</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} explained · {more} too many</source>
            <translation>{n} का कारण · {more} ज़्यादा</translation>
        </message>
        <message>
            <source>{n} explained · {rest} not</source>
            <translation>{n} का कारण · {rest} बाक़ी</translation>
        </message>
        <message>
            <source>{n} h</source>
            <translation>{n} घंटे</translation>
        </message>
        <message>
            <source>{n} in a row</source>
            <translation>लगातार {n}</translation>
        </message>
        <message numerus="yes">
            <source>{n} intervals</source>
            <extracomment>{n} interval</extracomment>
            <translation>
                <numerusform>{n} अंतराल</numerusform>
                <numerusform>{n} अंतराल</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} intervals to come</source>
            <extracomment>{n} interval to come</extracomment>
            <translation>
                <numerusform>{n} अंतराल आगे</numerusform>
                <numerusform>{n} अंतराल आगे</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} intervals to explain</source>
            <translation>{n} अंतरालों का कारण बाक़ी</translation>
        </message>
        <message numerus="yes">
            <source>{n} intervals, {missed} missed</source>
            <extracomment>{n} interval, {missed} missed</extracomment>
            <translation>
                <numerusform>{n} अंतराल, {missed} चूके</numerusform>
                <numerusform>{n} अंतराल, {missed} चूके</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} later</source>
            <translation>{n} बाद</translation>
        </message>
        <message numerus="yes">
            <source>{n} lost-time accidents</source>
            <extracomment>One lost-time accident</extracomment>
            <translation>
                <numerusform>कार्य-हानि वाली एक दुर्घटना</numerusform>
                <numerusform>कार्य-हानि वाली {n} दुर्घटनाएँ</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} min</source>
            <translation>{n} मिनट</translation>
        </message>
        <message numerus="yes">
            <source>{n} misses in a row</source>
            <extracomment>{n} miss in a row</extracomment>
            <translation>
                <numerusform>लगातार {n} चूक</numerusform>
                <numerusform>लगातार {n} चूकें</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} months reported</source>
            <extracomment>{n} month reported</extracomment>
            <translation>
                <numerusform>{n} महीना दर्ज</numerusform>
                <numerusform>{n} महीने दर्ज</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} more</source>
            <translation>{n} और</translation>
        </message>
        <message numerus="yes">
            <source>{n} near misses were reported</source>
            <extracomment>One near miss was reported</extracomment>
            <translation>
                <numerusform>एक बाल-बाल बची घटना बताई गई</numerusform>
                <numerusform>{n} बाल-बाल बची घटनाएँ बताई गईं</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} not explained</source>
            <translation>{n} का कारण नहीं</translation>
        </message>
        <message numerus="yes">
            <source>{n} of {count} need a look</source>
            <extracomment>{n} of {count} needs a look</extracomment>
            <translation>
                <numerusform>{count} में से {n} को देखना है</numerusform>
                <numerusform>{count} में से {n} को देखना है</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} of {most} MiB</source>
            <translation>{most} में से {n} MiB</translation>
        </message>
        <message>
            <source>{n} of {m}</source>
            <translation>{m} में {n}</translation>
        </message>
        <message>
            <source>{n} of {m} days met</source>
            <translation>{m} में से {n} दिन पूरे</translation>
        </message>
        <message>
            <source>{n} of {m} entered</source>
            <translation>{m} में {n} दर्ज</translation>
        </message>
        <message>
            <source>{n} of {m} lines</source>
            <translation>{m} में {n} लाइनें</translation>
        </message>
        <message>
            <source>{n} of {m} lines met</source>
            <translation>{m} में से {n} लाइनें पूरी</translation>
        </message>
        <message>
            <source>{n} of {m} lines met so far</source>
            <translation>अब तक {m} में से {n} लाइनें पूरी</translation>
        </message>
        <message>
            <source>{n} overtime</source>
            <translation>{n} ओवरटाइम</translation>
        </message>
        <message numerus="yes">
            <source>{n} people needed first aid</source>
            <extracomment>One person needed first aid</extracomment>
            <translation>
                <numerusform>एक व्यक्ति को प्राथमिक उपचार मिला</numerusform>
                <numerusform>{n} लोगों को प्राथमिक उपचार मिला</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} recordable injuries</source>
            <extracomment>One recordable injury</extracomment>
            <translation>
                <numerusform>एक दर्ज करने योग्य चोट</numerusform>
                <numerusform>{n} दर्ज करने योग्य चोटें</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} rejected</source>
            <translation>{n} अस्वीकृत</translation>
        </message>
        <message>
            <source>{n} s</source>
            <translation>{n} से॰</translation>
        </message>
        <message numerus="yes">
            <source>{n} sources</source>
            <extracomment>{n} source</extracomment>
            <translation>
                <numerusform>{n} स्रोत</numerusform>
                <numerusform>{n} स्रोत</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} taps waiting, kept on this screen</source>
            <extracomment>{n} tap waiting, kept on this screen</extracomment>
            <translation>
                <numerusform>{n} प्रविष्टि बाक़ी, इस स्क्रीन पर सुरक्षित</numerusform>
                <numerusform>{n} प्रविष्टियाँ बाक़ी, इस स्क्रीन पर सुरक्षित</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} to go</source>
            <translation>{n} बाक़ी</translation>
        </message>
        <message>
            <source>{n} to make</source>
            <translation>{n} बनाने हैं</translation>
        </message>
        <message>
            <source>{n} waiting</source>
            <translation>{n} बाक़ी</translation>
        </message>
        <message>
            <source>{n} waiting for the disk</source>
            <translation>{n} डिस्क की प्रतीक्षा में</translation>
        </message>
        <message>
            <source>{n} {unit} counted</source>
            <translation>{n} {unit} गिने गए</translation>
        </message>
        <message>
            <source>{n} {unit} explained</source>
            <translation>{n} {unit} का कारण दर्ज</translation>
        </message>
        <message>
            <source>{n} {unit} explained, {surplus} more than are missing</source>
            <translation>{n} {unit} का कारण दर्ज, कमी से {surplus} ज़्यादा</translation>
        </message>
        <message>
            <source>{n} {unit} not explained. What was it?</source>
            <translation>{n} {unit} का कारण नहीं मिला। क्या था?</translation>
        </message>
        <message>
            <source>{n} {unit} with this</source>
            <translation>इसके साथ {n} {unit}</translation>
        </message>
        <message>
            <source>{rate}/h</source>
            <translation>{rate}/घंटा</translation>
        </message>
        <message>
            <source>{reason} not added: nothing is left to explain</source>
            <translation>{reason} नहीं जोड़ा गया: बताने को कुछ बाक़ी नहीं है</translation>
        </message>
        <message>
            <source>{said}; next try at {time}</source>
            <translation>{said}; अगली कोशिश {time} पर</translation>
        </message>
        <message>
            <source>{shift} as usual</source>
            <translation>{shift} हमेशा की तरह</translation>
        </message>
        <message>
            <source>{shift} cancelled</source>
            <translation>{shift} रद्द</translation>
        </message>
        <message>
            <source>{state} so far</source>
            <translation>अब तक {state}</translation>
        </message>
        <message>
            <source>{target} of the lines together</source>
            <translation>सब लाइनों का मिलाकर {target}</translation>
        </message>
        <message>
            <source>{target} since {day}</source>
            <translation>{day} से {target}</translation>
        </message>
        <message>
            <source>{time} left</source>
            <translation>{time} बाक़ी</translation>
        </message>
        <message>
            <source>{what} so far</source>
            <translation>अब तक: {what}</translation>
        </message>
        <message>
            <source>≈ shared out</source>
            <translation>≈ बाँटा गया</translation>
        </message>
    </context>
    <context>
        <name>languages</name>
        <message>
            <source>English</source>
            <translation>हिन्दी</translation>
        </message>
    </context>
    <context>
        <name>told</name>
        <message>
            <source>'{node}' is no line; a run is planned for one line.</source>
            <translation>'{node}' लाइन नहीं है; रन किसी एक लाइन के लिए तय होता है।</translation>
        </message>
        <message>
            <source>An interval lasts more than nothing and at most 24 hours; this entry's does not.</source>
            <translation>अंतराल शून्य से ज़्यादा और अधिकतम 24 घंटे का होता है; यह नहीं है।</translation>
        </message>
        <message>
            <source>Another program is writing to this database, so this was not kept. Close that program.</source>
            <translation>दूसरा प्रोग्राम इस डेटाबेस में लिख रहा है, इसलिए यह सहेजा नहीं गया। उसे बंद करें।</translation>
        </message>
        <message>
            <source>Entry {entry} is a {kind} and cannot be changed by a {by}. Look once more.</source>
            <translation>प्रविष्टि {entry} ({kind}) ऐसे बदली नहीं जा सकती ({by})। फिर देखें।</translation>
        </message>
        <message>
            <source>Entry {entry} is not in the journal, so it cannot be changed. Look once more.</source>
            <translation>प्रविष्टि {entry} जर्नल में नहीं है, इसलिए बदली नहीं जा सकती। फिर देखें।</translation>
        </message>
        <message>
            <source>Entry {entry} was taken back before; nothing is left to do.</source>
            <translation>प्रविष्टि {entry} पहले ही वापस ली जा चुकी है; करने को कुछ नहीं।</translation>
        </message>
        <message>
            <source>No shift '{shift}' is worked there; it is one of {known}.</source>
            <translation>वहाँ '{shift}' शिफ्ट नहीं चलती; ये हैं: {known}।</translation>
        </message>
        <message>
            <source>Nobody with the id '{person}' is known here.</source>
            <translation>'{person}' पहचान वाला यहाँ कोई नहीं है।</translation>
        </message>
        <message>
            <source>Shift {shift} is not worked on {day}, or would have no time left.</source>
            <translation>{day} को {shift} शिफ्ट नहीं चलती, या उसका कोई समय नहीं बचेगा।</translation>
        </message>
        <message>
            <source>Shift {shift} of {day} is closed until {time}; change what comes after that.</source>
            <translation>{day} की {shift} शिफ्ट {time} तक बंद हो चुकी है; उसके बाद का बदलें।</translation>
        </message>
        <message>
            <source>The clock says {now}, but the last entry was made at {last} (UTC).</source>
            <translation>घड़ी {now} दिखा रही है, पर पिछली प्रविष्टि {last} (UTC) पर हुई थी।</translation>
        </message>
        <message>
            <source>The database is damaged, so this was not kept. The board will move it aside and start a new one.</source>
            <translation>डेटाबेस ख़राब है, इसलिए यह सहेजा नहीं गया। बोर्ड उसे अलग रखकर नया शुरू करेगा।</translation>
        </message>
        <message>
            <source>The difference between the two figures is not one that can be kept; enter it rounded.</source>
            <translation>दोनों आँकड़ों का अंतर ऐसे सहेजा नहीं जा सकता; पूर्णांक में दर्ज करें।</translation>
        </message>
        <message>
            <source>The disk can only be read, so this was not kept. Check the disk and its mount.</source>
            <translation>डिस्क केवल पढ़ी जा सकती है, इसलिए यह सहेजा नहीं गया। डिस्क और उसका माउंट जाँचें।</translation>
        </message>
        <message>
            <source>The disk did not take this. Check the disk; the board tries again with the next touch.</source>
            <translation>डिस्क ने यह नहीं लिया। डिस्क जाँचें; अगली बार छूने पर बोर्ड फिर कोशिश करेगा।</translation>
        </message>
        <message>
            <source>The disk is full, so this was not kept. Make room; the board goes on by itself.</source>
            <translation>डिस्क भर गई है, इसलिए यह सहेजा नहीं गया। जगह बनाएँ; बोर्ड अपने आप आगे चलेगा।</translation>
        </message>
        <message>
            <source>The id {id} already belongs to another entry. Touch once more.</source>
            <translation>पहचान {id} पहले से दूसरी प्रविष्टि की है। फिर छुएँ।</translation>
        </message>
        <message>
            <source>The plant has no KPI '{kpi}'.</source>
            <translation>प्लांट में '{kpi}' नाम का सूचक नहीं है।</translation>
        </message>
        <message>
            <source>The plant has no line, area or site '{node}'; this change was made for it.</source>
            <translation>प्लांट में '{node}' नाम की लाइन, क्षेत्र या साइट नहीं है, जिसके लिए यह बदलाव था।</translation>
        </message>
        <message>
            <source>The plant has no line, area or site '{node}'; this figure was entered for it.</source>
            <translation>प्लांट में '{node}' नाम की लाइन, क्षेत्र या साइट नहीं है, जिसके लिए यह आँकड़ा दर्ज हुआ।</translation>
        </message>
        <message>
            <source>The plant has no measure '{measure}'; this figure was entered for it.</source>
            <translation>प्लांट में '{measure}' नाम का माप नहीं है, जिसके लिए यह आँकड़ा दर्ज हुआ।</translation>
        </message>
        <message>
            <source>The plant has no reason '{code}' that could be taken off.</source>
            <translation>प्लांट में '{code}' नाम का कारण नहीं है जिसे हटाया जा सके।</translation>
        </message>
        <message>
            <source>The target of {kpi} is a range from low to high.</source>
            <translation>{kpi} का लक्ष्य न्यूनतम से अधिकतम तक की सीमा है।</translation>
        </message>
        <message>
            <source>The target of {kpi} is one value.</source>
            <translation>{kpi} का लक्ष्य एक ही मान है।</translation>
        </message>
        <message>
            <source>This entry could not be kept. Try again.</source>
            <translation>यह प्रविष्टि सहेजी नहीं जा सकी। फिर कोशिश करें।</translation>
        </message>
        <message>
            <source>This person cannot be kept: a name is needed.</source>
            <translation>यह व्यक्ति सहेजा नहीं जा सकता: नाम चाहिए।</translation>
        </message>
        <message>
            <source>This time is over; a run is planned for now or later.</source>
            <translation>यह समय बीत चुका है; रन अभी या बाद के लिए तय होता है।</translation>
        </message>
        <message>
            <source>This would leave {left} of {measure} in the interval, and fewer than none cannot be. Enter a smaller correction.</source>
            <translation>इससे अंतराल में {measure} {left} रह जाएगा, और शून्य से कम नहीं हो सकता। छोटा सुधार दर्ज करें।</translation>
        </message>
        <message>
            <source>This would leave {left} of {measure} on the day, and fewer than none cannot be. Look at the day once more: something else was entered meanwhile.</source>
            <translation>इससे उस दिन {measure} {left} रह जाएगा, और शून्य से कम नहीं हो सकता। दिन फिर देखें: इस बीच कुछ और दर्ज हुआ है।</translation>
        </message>
        <message>
            <source>it answered no more and was ended</source>
            <translation>इसने जवाब देना बंद कर दिया और इसे बंद कर दिया गया</translation>
        </message>
        <message>
            <source>it could not be started</source>
            <translation>इसे शुरू नहीं किया जा सका</translation>
        </message>
        <message>
            <source>it ended by itself</source>
            <translation>यह अपने आप बंद हो गया</translation>
        </message>
        <message>
            <source>it printed what is no batch and was ended</source>
            <translation>इसने ऐसा कुछ लिखा जो समझ में नहीं आया, और इसे बंद कर दिया गया</translation>
        </message>
        <message>
            <source>it took more than {most} MiB of memory and was ended</source>
            <translation>इसने {most} MiB से अधिक मेमोरी ली और इसे बंद कर दिया गया</translation>
        </message>
        <message>
            <source>the program that reads {sources} fell ({why}) and is started again</source>
            <translation>{sources} पढ़ने वाला प्रोग्राम रुक गया ({why}) और फिर से शुरू किया जा रहा है</translation>
        </message>
        <message>
            <source>{complaint} Set the clock right, then change the plan.</source>
            <translation>{complaint} पहले घड़ी ठीक करें, फिर योजना बदलें।</translation>
        </message>
        <message>
            <source>{day} has not begun yet; enter its figures when it has.</source>
            <translation>{day} अभी शुरू नहीं हुआ; उसके आँकड़े शुरू होने पर दर्ज करें।</translation>
        </message>
        <message>
            <source>{day} is over and keeps its target; a target is set from today or a later day.</source>
            <translation>{day} बीत चुका है और उसका लक्ष्य वही रहेगा; लक्ष्य आज या बाद के दिन से तय होता है।</translation>
        </message>
        <message>
            <source>{day} is over and keeps what it had; change today or a later day.</source>
            <translation>{day} बीत चुका है और वैसा ही रहेगा; आज या बाद का दिन बदलें।</translation>
        </message>
        <message>
            <source>{measure} cannot be less than none.</source>
            <translation>{measure} शून्य से कम नहीं हो सकता।</translation>
        </message>
    </context>
</TS>

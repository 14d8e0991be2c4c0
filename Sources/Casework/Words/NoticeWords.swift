/// What the dated notice of an appointment says, and its reminder.
enum NoticeWords: String, CustomerWords {
    case subject = "Your appointment on {1}"
    case reminderSubject = "Reminder: your appointment on {1}"
    case dear = "Dear {1}"
    case first = "Your first appointment"
    case review = "Your review"
    case interview = "Your work-focused interview"
    case inWork = "A talk about your job"
    case invitedFirst = "An invitation: your first appointment"
    case invitedReview = "An invitation: your review"
    case invitedInterview = "An invitation: your work-focused interview"
    case invitedInWork = "An invitation: a talk about your job"
    case when = "When: {1} at {2}"
    case howLong = "How long: about {1} minutes"
    case with = "With: {1}, {2}"
    case place = "Where: {1}"
    case group = "Where: {1}, in a small group"
    case video = "Where: by video. We will send you the link."
    case phone = "Where: by phone. We will ring you on {1}."
    case phoneUnknown = "Where: by phone. Please ring us with your number, so that we can ring you."
    case aboutFirst = "We will tell you about {1}, ask what you want to do, and agree what happens next."
    case aboutReview = "We will talk about what you have done since last time, and agree what to do next."
    case aboutInterview = "We will talk about work you could do, and what would help you get there."
    case aboutInWork = "We will ask how your job is going, and what would help you to stay in it."
    case mustCome =
        "You are required to come. It is part of {1}. If you miss it, we may have to ask the jobcentre to look at why. What you tell us goes with that, in your own words. A decision maker, who does not work for us, then asks for your reasons. If they find no good reason, your benefit could stop for some weeks."
    case mustTakeCall =
        "You are required to take this call. It is part of {1}. If you miss it, we may have to ask the jobcentre to look at why. What you tell us goes with that, in your own words. A decision maker, who does not work for us, then asks for your reasons. If they find no good reason, your benefit could stop for some weeks."
    case mayCome =
        "It is your choice. You take part in {1} because you want to. So you lose nothing if you do not come, and your benefit stays the same. We would like to see you."
    case mayTakeCall =
        "It is your choice. You take part in {1} because you want to. So you lose nothing if you do not take the call, and your benefit stays the same. We would like to talk to you."
    case cannotComeTitle = "If you cannot come"
    case cannotTakeTitle = "If you cannot take the call"
    case tellUs = "Tell us before it starts, and we will find another time."
    case movedInTime = "An appointment moved in time does not count as missed."
    case ring = "Ring {1} on {2}."
    case ringOrWrite = "Ring {1} on {2} or write to {3}."
    case helpToGet = "Ring us too if you need help to get to us, or want this letter in another form."
    case helpToTalk = "Ring us too if you need help to talk to us, or want this letter in another form."
    case sincerely = "Yours sincerely"
    case reminder = "This is a reminder of your appointment with us."
    case workProgramme = "Work Programme"
    case theWorkProgramme = "the Work Programme"
    case pathways = "Pathways to Work"
    case wakefield = "Wakefield Jobcentre Plus offer"
    case theWakefield = "the Wakefield Jobcentre Plus offer"
    case theProgramme = "the programme"

    var welsh: String? {
        switch self {
        case .subject: "Eich apwyntiad ar {1}"
        case .reminderSubject: "Nodyn atgoffa: eich apwyntiad ar {1}"
        case .dear: "Annwyl {1}"
        case .first: "Eich apwyntiad cyntaf"
        case .review: "Eich adolygiad"
        case .interview: "Eich cyfweliad sy’n canolbwyntio ar waith"
        case .inWork: "Sgwrs am eich swydd"
        case .invitedFirst: "Gwahoddiad: eich apwyntiad cyntaf"
        case .invitedReview: "Gwahoddiad: eich adolygiad"
        case .invitedInterview: "Gwahoddiad: eich cyfweliad sy’n canolbwyntio ar waith"
        case .invitedInWork: "Gwahoddiad: sgwrs am eich swydd"
        case .when: "Pryd: {1}, {2}"
        case .howLong: "Am faint: tua {1} munud"
        case .with: "Gyda: {1}, {2}"
        case .place: "Ble: {1}"
        case .group: "Ble: {1}, mewn grŵp bach"
        case .video: "Ble: ar alwad fideo. Byddwn yn anfon y ddolen atoch."
        case .phone: "Ble: dros y ffôn. Byddwn yn eich ffonio ar {1}."
        case .phoneUnknown:
            "Ble: dros y ffôn. Ffoniwch ni i roi eich rhif, os gwelwch yn dda, er mwyn i ni allu eich ffonio."
        case .aboutFirst:
            "Byddwn yn sôn wrthych am hyn: {1}. Byddwn yn gofyn beth rydych am ei wneud, ac yn cytuno beth fydd yn digwydd nesaf."
        case .aboutReview:
            "Byddwn yn siarad am yr hyn rydych wedi’i wneud ers y tro diwethaf, ac yn cytuno beth i’w wneud nesaf."
        case .aboutInterview: "Byddwn yn siarad am waith y gallech ei wneud, a beth fyddai’n eich helpu i’w gael."
        case .aboutInWork: "Byddwn yn gofyn sut mae eich swydd yn mynd, a beth fyddai’n eich helpu i aros ynddi."
        case .mustCome:
            "Mae’n ofynnol i chi ddod. Mae’n rhan o hyn: {1}. Os byddwch yn colli’r apwyntiad, efallai y bydd rhaid i ni ofyn i’r ganolfan waith edrych ar y rheswm. Bydd yr hyn a ddywedwch wrthym yn mynd gyda hynny, yn eich geiriau eich hun. Yna bydd penderfynwr, nad yw’n gweithio i ni, yn gofyn am eich rhesymau. Os na fydd yn gweld rheswm da, gallai eich budd-dal stopio am rai wythnosau."
        case .mustTakeCall:
            "Mae’n ofynnol i chi ateb yr alwad hon. Mae’n rhan o hyn: {1}. Os byddwch yn colli’r alwad, efallai y bydd rhaid i ni ofyn i’r ganolfan waith edrych ar y rheswm. Bydd yr hyn a ddywedwch wrthym yn mynd gyda hynny, yn eich geiriau eich hun. Yna bydd penderfynwr, nad yw’n gweithio i ni, yn gofyn am eich rhesymau. Os na fydd yn gweld rheswm da, gallai eich budd-dal stopio am rai wythnosau."
        case .mayCome:
            "Eich dewis chi yw hyn. Rydych yn cymryd rhan yn hyn o’ch dewis eich hun: {1}. Felly nid ydych yn colli dim os na ddewch, ac mae eich budd-dal yn aros yr un fath. Hoffem eich gweld."
        case .mayTakeCall:
            "Eich dewis chi yw hyn. Rydych yn cymryd rhan yn hyn o’ch dewis eich hun: {1}. Felly nid ydych yn colli dim os na atebwch yr alwad, ac mae eich budd-dal yn aros yr un fath. Hoffem siarad â chi."
        case .cannotComeTitle: "Os na allwch ddod"
        case .cannotTakeTitle: "Os na allwch ateb yr alwad"
        case .tellUs: "Dywedwch wrthym cyn iddo ddechrau, a byddwn yn dod o hyd i amser arall."
        case .movedInTime: "Nid yw apwyntiad a symudir mewn pryd yn cyfrif fel un a gollwyd."
        case .ring: "Ffoniwch {1} ar {2}."
        case .ringOrWrite: "Ffoniwch {1} ar {2} neu ysgrifennwch at {3}."
        case .helpToGet:
            "Ffoniwch ni hefyd os oes angen help arnoch i’n cyrraedd, neu os hoffech gael y llythyr hwn ar ffurf arall."
        case .helpToTalk:
            "Ffoniwch ni hefyd os oes angen help arnoch i siarad â ni, neu os hoffech gael y llythyr hwn ar ffurf arall."
        case .sincerely: "Yn gywir"
        case .reminder: "Dyma nodyn i’ch atgoffa o’ch apwyntiad gyda ni."
        case .workProgramme: "y Rhaglen Waith"
        case .theWorkProgramme: "y Rhaglen Waith"
        case .pathways: "Llwybrau at Waith"
        case .wakefield, .theWakefield: "cynnig Canolfan Byd Gwaith Wakefield"
        case .theProgramme: "y rhaglen"
        }
    }
}

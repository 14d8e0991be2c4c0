/// What the notice of something in the plan that must be done says.
enum ActionNoticeWords: String, CustomerWords {
    case title = "Something on your plan that you must do"
    case what = "What: {1}"
    case byWhen = "By: {1}"
    case why = "Why: it is part of {1}."
    case notChoice = "Why it is not left as your choice: “{1}”"
    case mayFollow =
        "You are required to do this. If you do not, we may have to ask the jobcentre to look at why. What you tell us goes with that, in your own words. A decision maker, who does not work for us, then asks for your reasons. If they find no good reason, your benefit could stop for some weeks."
    case cannotTitle = "If you cannot do it"
    case cannot = "Tell us before that day. A good reason counts. We can change what it is, or the day."
    case object = "You can also say that it is wrong, and why. We keep your words with it, and answer you."
    case ring = "Ring us on {1}. Ring us too if you need help with it, or want this letter in another form."
    case talk = "Talk to us. Tell us too if you need help with it, or want this letter in another form."

    var welsh: String? {
        switch self {
        case .title: "Rhywbeth ar eich cynllun y mae’n rhaid i chi ei wneud"
        case .what: "Beth: {1}"
        case .byWhen: "Erbyn: {1}"
        case .why: "Pam: mae’n rhan o hyn: {1}."
        case .notChoice: "Pam nad yw’n cael ei adael fel dewis i chi: “{1}”"
        case .mayFollow:
            "Mae’n ofynnol i chi wneud hyn. Os na wnewch, efallai y bydd rhaid i ni ofyn i’r ganolfan waith edrych ar y rheswm. Bydd yr hyn a ddywedwch wrthym yn mynd gyda hynny, yn eich geiriau eich hun. Yna bydd penderfynwr, nad yw’n gweithio i ni, yn gofyn am eich rhesymau. Os na fydd yn gweld rheswm da, gallai eich budd-dal stopio am rai wythnosau."
        case .cannotTitle: "Os na allwch ei wneud"
        case .cannot: "Dywedwch wrthym cyn y diwrnod hwnnw. Mae rheswm da yn cyfrif. Gallwn newid y cam, neu’r diwrnod."
        case .object:
            "Gallwch hefyd ddweud ei fod yn anghywir, a pham. Byddwn yn cadw eich geiriau gydag ef, ac yn eich ateb."
        case .ring:
            "Ffoniwch ni ar {1}. Ffoniwch ni hefyd os oes angen help arnoch gydag ef, neu os hoffech gael y llythyr hwn ar ffurf arall."
        case .talk:
            "Siaradwch â ni. Dywedwch wrthym hefyd os oes angen help arnoch gydag ef, neu os hoffech gael y llythyr hwn ar ffurf arall."
        }
    }
}

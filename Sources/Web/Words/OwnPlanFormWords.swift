import Casework

/// What the forms about the plan say.
enum OwnPlanFormWords: String, CustomerWords {
    case goalTitle = "What I want"
    case goalLabel = "What do you want, in your own words?"
    case goalHint = "A job, a course, to feel ready. Whatever matters to you."
    case put = "Put it on my plan"
    case stepTitle = "A step of my own"
    case stepLabel = "What is the step?"
    case stepHint = "One thing: what, where and with whom."
    case stepWho = "Who does it?"
    case me = "I do"
    case stepDue = "By which day?"
    case keptFree = "Times we keep free for you: {1}."
    case agreeTitle = "Do you agree?"
    case agreeButton = "I agree"
    case meaning = "This one must be done"
    case read = "I have read this"
    case objectTitle = "What is wrong with it?"
    case objectLabel = "Say it in your own words"
    case objectHint = "Everybody who works on your plan reads it. It stays on your plan, beside the step."
    case objectButton = "Say so"
    case doneTitle = "I did it"
    case doneLabel = "How did it go?"
    case doneButton = "It is done"
    case missedTitle = "It was not done"
    case missedLabel = "Why was it not done?"
    case missedHint = "In your own words. Nothing follows from this by itself. We talk about what to do next."
    case missedButton = "Tell them"
    case paperLabel = "A photograph of what shows it"
    case paperHint =
        "A certificate, a letter or a CV: a JPEG, PNG or PDF of up to 10 MB. Those who see your plan can open it."
    case gone = "This step is not on your plan any more. Look at the plan as it stands now."

    var welsh: String? {
        switch self {
        case .goalTitle: "Beth rwyf ei eisiau"
        case .goalLabel: "Beth rydych ei eisiau, yn eich geiriau eich hun?"
        case .goalHint: "Swydd, cwrs, teimlo’n barod. Beth bynnag sy’n bwysig i chi."
        case .put: "Ei roi ar fy nghynllun"
        case .stepTitle: "Fy ngham fy hun"
        case .stepLabel: "Beth yw’r cam?"
        case .stepHint: "Un peth: beth, ble a gyda phwy."
        case .stepWho: "Pwy sy’n ei wneud?"
        case .me: "Fi"
        case .stepDue: "Erbyn pa ddiwrnod?"
        case .keptFree: "Amseroedd rydym yn eu cadw’n rhydd i chi: {1}."
        case .agreeTitle: "Ydych chi’n cytuno?"
        case .agreeButton: "Rwy’n cytuno"
        case .meaning: "Rhaid gwneud hwn"
        case .read: "Rwyf wedi darllen hwn"
        case .objectTitle: "Beth sydd o’i le arno?"
        case .objectLabel: "Dywedwch yn eich geiriau eich hun"
        case .objectHint:
            "Bydd pawb sy’n gweithio ar eich cynllun yn ei ddarllen. Bydd yn aros ar eich cynllun, wrth y cam."
        case .objectButton: "Dweud hynny"
        case .doneTitle: "Rwyf wedi’i wneud"
        case .doneLabel: "Sut aeth hi?"
        case .doneButton: "Mae wedi’i wneud"
        case .missedTitle: "Ni chafodd ei wneud"
        case .missedLabel: "Pam na chafodd ei wneud?"
        case .missedHint:
            "Yn eich geiriau eich hun. Nid oes dim yn dilyn o hyn ynddo’i hun. Byddwn yn siarad am beth i’w wneud nesaf."
        case .missedButton: "Dweud wrthynt"
        case .paperLabel: "Llun o’r hyn sy’n ei ddangos"
        case .paperHint:
            "Tystysgrif, llythyr neu CV: JPEG, PNG neu PDF o hyd at 10 MB. Gall y rhai sy’n gweld eich cynllun ei agor."
        case .gone: "Nid yw’r cam hwn ar eich cynllun mwyach. Edrychwch ar y cynllun fel y mae nawr."
        }
    }
}

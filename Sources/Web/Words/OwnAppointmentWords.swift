import Casework

/// What the forms about an appointment say.
enum OwnAppointmentWords: String, CustomerWords {
    case confirm = "I’ll be there"
    case moveTitle = "I need to move it"
    case moveButton = "Ask for another time"
    case noMoneyLost = "You do not lose money if you tell us before that you cannot come."
    case when = "Which days and times are good for you?"
    case whenHint = "You can also say why, if you like."
    case clash = "It is in a time we keep free for you. {1}."
    case despite = "It is in a time we keep free for you. This is why: “{1}”"
    case againstWish =
        "You said you would rather be seen one to one, and this meeting is in a group. This is why: “{1}”"
    case rang = "You rang on {1} at {2}, before the meeting."
    case wrote = "We had your letter on {1} at {2}, before the meeting."
    case toldInPerson = "You told us on {1} at {2}, before the meeting."
    case weKnow = "We know these times of yours, so you need not write them: {1}."
    case gone = "This appointment has started, or is not on any more. Ring the office if you could not come."
    case line = "{1}, {2}, with {3} at {4}."
    case first = "It is your first meeting. It takes {1}, {2}."
    case review = "It is a talk about how things are going. It takes {1}, {2}."
    case interview = "It is a talk about work. It takes {1}, {2}."
    case inWork = "It is a talk about your job. It takes {1}, {2}."
    case faceToFace = "face to face"
    case phone = "on the phone: they ring you"
    case video = "on a video call"
    case group = "in a group"
    case hour = "about an hour"
    case hourAndHalf = "about an hour and a half"
    case twoHours = "about two hours"
    case hours = "about {1} hours"
    case minutes = "about {1} minutes"

    var welsh: String? {
        switch self {
        case .confirm: "Byddaf yno"
        case .moveTitle: "Mae angen i mi ei symud"
        case .moveButton: "Gofyn am amser arall"
        case .noMoneyLost: "Nid ydych yn colli arian os dywedwch wrthym ymlaen llaw na allwch ddod."
        case .when: "Pa ddyddiau ac amseroedd sy’n gyfleus i chi?"
        case .whenHint: "Gallwch hefyd ddweud pam, os dymunwch."
        case .clash: "Mae mewn amser rydym yn ei gadw’n rhydd i chi. {1}."
        case .despite: "Mae mewn amser rydym yn ei gadw’n rhydd i chi. Dyma pam: “{1}”"
        case .againstWish:
            "Dywedoch y byddai’n well gennych gael eich gweld un i un, ac mae’r cyfarfod hwn mewn grŵp. Dyma pam: “{1}”"
        case .rang: "Gwnaethoch ffonio ar {1} am {2}, cyn y cyfarfod."
        case .wrote: "Daeth eich llythyr ar {1} am {2}, cyn y cyfarfod."
        case .toldInPerson: "Dywedoch wrthym ar {1} am {2}, cyn y cyfarfod."
        case .weKnow: "Rydym yn gwybod am yr amseroedd hyn, felly nid oes angen i chi eu hysgrifennu: {1}."
        case .gone:
            "Mae’r apwyntiad hwn wedi dechrau, neu nid yw’n digwydd mwyach. Ffoniwch y swyddfa os nad oeddech yn gallu dod."
        case .line: "{1}, {2}. Gyda: {3}, {4}."
        case .first: "Dyma eich cyfarfod cyntaf. Mae’n para {1}, {2}."
        case .review: "Sgwrs yw hon am sut mae pethau’n mynd. Mae’n para {1}, {2}."
        case .interview: "Sgwrs yw hon am waith. Mae’n para {1}, {2}."
        case .inWork: "Sgwrs yw hon am eich swydd. Mae’n para {1}, {2}."
        case .faceToFace: "wyneb yn wyneb"
        case .phone: "dros y ffôn: byddant yn eich ffonio"
        case .video: "ar alwad fideo"
        case .group: "mewn grŵp"
        case .hour: "tuag awr"
        case .hourAndHalf: "tuag awr a hanner"
        case .twoHours: "tua dwy awr"
        case .hours: "tua {1} awr"
        case .minutes: "tua {1} munud"
        }
    }
}

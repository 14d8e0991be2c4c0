/// What the letter says that tells who has somebody now and why.
enum HolderWords: String, CustomerWords {
    case subject = "Who helps you now"
    case helps = "{1} at {2} helps you now."
    case choosing = "{1} helps you now, and is choosing your adviser."
    case worksWith = "They work with {1}, who runs the programme for you."
    case somebodyNew = "Somebody new helps you now"
    case record =
        "Your record has come with you, all of it, so you do not have to tell your story again. Your place on {1} and your time on it stay the same."
    case ring =
        "You need not do anything now. We will be in touch to agree when to meet. If you would rather talk first, or think this is not right for you, ring us on {1}."
    case talk =
        "You need not do anything now. We will be in touch to agree when to meet. If you would rather talk first, or think this is not right for you, talk to us."
    case askWhy = "If you would like to know why this changed, ask us."
    case back = "You are back with us"
    case newClaim = "You have claimed your benefit again, so you are back on {1}."
    case monthsLeft = "You have {1} months left with us, until {2}."
    case weeksLeft = "You have {1} weeks left with us, until {2}."
    case until = "You are with us until {1}."
    case newWays = "A new adviser may see new ways to help."
    case betterWith = "We think you will work better with somebody else."
    case wrongAtFirst = "We got it wrong at first who should help you."
    case cannotSee = "Your adviser cannot see you any longer."
    case team = "A small team shares the work with you."
    case askedChange = "You asked for a change."
    case otherSupport = "You moved to another kind of support."
    case nearer = "The office is nearer to where you live."
    case area = "This organisation serves the area you live in."
    case need = "They know most about the help you need."
    case work = "They know most about the work you want."
    case askedForIt = "You asked for this."
    case ready = "The special help is done. You go on from there."
    case closed = "The organisation that helped you is stopping."

    var welsh: String? {
        switch self {
        case .subject: "Pwy sy’n eich helpu nawr"
        case .helps: "Mae {1}, {2}, yn eich helpu nawr."
        case .choosing: "{1} sy’n eich helpu nawr, ac sy’n dewis eich cynghorydd."
        case .worksWith: "Maent yn gweithio gyda’r sefydliad sy’n rhedeg y rhaglen i chi: {1}."
        case .somebodyNew: "Mae rhywun newydd yn eich helpu nawr"
        case .record:
            "Mae eich cofnod wedi dod gyda chi, y cyfan ohono, felly nid oes raid i chi adrodd eich stori eto. Nid yw eich lle ar y rhaglen na’ch cyfnod arni yn newid: {1}."
        case .ring:
            "Nid oes angen i chi wneud dim nawr. Byddwn yn cysylltu â chi i gytuno pryd i gyfarfod. Os yw’n well gennych siarad yn gyntaf, neu os ydych yn meddwl nad yw hyn yn iawn i chi, ffoniwch ni ar {1}."
        case .talk:
            "Nid oes angen i chi wneud dim nawr. Byddwn yn cysylltu â chi i gytuno pryd i gyfarfod. Os yw’n well gennych siarad yn gyntaf, neu os ydych yn meddwl nad yw hyn yn iawn i chi, siaradwch â ni."
        case .askWhy: "Os hoffech wybod pam y newidiodd hyn, gofynnwch i ni."
        case .back: "Rydych yn ôl gyda ni"
        case .newClaim: "Rydych wedi hawlio eich budd-dal eto, felly rydych yn ôl ar hyn: {1}."
        case .monthsLeft: "Mae gennych {1} mis ar ôl gyda ni, tan {2}."
        case .weeksLeft: "Mae gennych {1} wythnos ar ôl gyda ni, tan {2}."
        case .until: "Rydych gyda ni tan {1}."
        case .newWays: "Gall cynghorydd newydd weld ffyrdd newydd o helpu."
        case .betterWith: "Rydym yn meddwl y byddwch yn gweithio’n well gyda rhywun arall."
        case .wrongAtFirst: "Ni chawsom bethau’n iawn ar y dechrau o ran pwy ddylai eich helpu."
        case .cannotSee: "Ni all eich cynghorydd eich gweld mwyach."
        case .team: "Mae tîm bach yn rhannu’r gwaith gyda chi."
        case .askedChange: "Gofynnoch am newid."
        case .otherSupport: "Symudoch i fath arall o gymorth."
        case .nearer: "Mae’r swyddfa’n nes at eich cartref."
        case .area: "Mae’r sefydliad hwn yn gwasanaethu’r ardal rydych yn byw ynddi."
        case .need: "Hwy sy’n gwybod fwyaf am yr help sydd ei angen arnoch."
        case .work: "Hwy sy’n gwybod fwyaf am y gwaith rydych ei eisiau."
        case .askedForIt: "Chi a ofynnodd am hyn."
        case .ready: "Mae’r help arbennig wedi’i orffen. Rydych yn mynd ymlaen o’r fan honno."
        case .closed: "Mae’r sefydliad a fu’n eich helpu yn rhoi’r gorau iddi."
        }
    }
}

extension ProgrammeReason {
    /// What the person is told of it, in their language; nil where the list has no words for them.
    public var saidToThem: String? { told.map { HolderWords.of($0) } }
}

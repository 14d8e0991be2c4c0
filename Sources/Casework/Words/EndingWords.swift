/// What the letter says that tells when somebody's time on a programme ends, and what follows.
enum EndingWords: String, CustomerWords {
    case subject = "Your time with us ends on {1}"
    case lastDay = "Your last day with us on {1} is {2}. If you have a job, this does not change it."
    case summary =
        "Before then we will write down what you did with us, and what could come next. You see it first. If something in it is wrong, we will change it."
    case afterwards = "After that day, go to your jobcentre for help to find work."
    case ring = "You need not do anything now. If you want to talk about it, ring us on {1}."
    case talk = "You need not do anything now. If you want to talk about it, talk to us."

    var welsh: String? {
        switch self {
        case .subject: "Daw eich amser gyda ni i ben ar {1}"
        case .lastDay:
            "Eich diwrnod olaf gyda ni fydd {2}. Yr hyn sy’n dod i ben yw eich amser ar hyn: {1}. Os oes gennych swydd, nid yw hyn yn ei newid."
        case .summary:
            "Cyn hynny byddwn yn ysgrifennu’r hyn a wnaethoch gyda ni, a beth allai ddod nesaf. Chi fydd yn ei weld gyntaf. Os oes rhywbeth ynddo’n anghywir, byddwn yn ei newid."
        case .afterwards: "Ar ôl y diwrnod hwnnw, ewch i’ch canolfan waith am help i ddod o hyd i waith."
        case .ring: "Nid oes angen i chi wneud dim nawr. Os hoffech siarad am hyn, ffoniwch ni ar {1}."
        case .talk: "Nid oes angen i chi wneud dim nawr. Os hoffech siarad am hyn, siaradwch â ni."
        }
    }
}

/// What is said to somebody whose programme ended, or of whose end something was recorded by mistake.
enum EndedWords: String, CustomerWords {
    case subject = "Your time on the programme has ended"
    case ended = "Your last day on {1} was {2}."
    case completedTime = "The programme lasts for a set time, and that time is over."
    case finalPayment = "You have been in work for as long as the programme counts, so it has ended for you."
    case offBenefit = "Your benefit stopped, and the time set for the programme is over."
    case workChoice = "You moved to Work Choice, because it may suit you better."
    case wrote = "What was noted:"
    case job = "If you have a job, this does not change it."
    case afterwards = "If you need help to find work, ask us."
    case mistakeSubject = "We put right a mistake about the programme"
    case exitMistake = "We wrote down that your time on {1} had ended. That was a mistake."
    case returnMistake = "We wrote down that you came back to {1}. That was a mistake."
    case counts = "We have taken it back. It counts as if it had not been written."
    case ring = "If you think this is wrong, or want to talk about it, ring us on {1}."
    case talk = "If you think this is wrong, or want to talk about it, talk to us."
    case mailSubject = "There is news of your programme on your page"
    case mail = "There is news of your programme on your own page. It says what has changed, and why."

    var welsh: String? {
        switch self {
        case .subject: "Mae eich amser ar y rhaglen wedi dod i ben"
        case .ended: "Eich diwrnod olaf oedd {2}. Yr hyn a ddaeth i ben yw eich amser ar hyn: {1}."
        case .completedTime: "Mae’r rhaglen yn para am gyfnod penodol, ac mae’r cyfnod hwnnw drosodd."
        case .finalPayment:
            "Rydych wedi bod mewn gwaith am gyhyd ag y mae’r rhaglen yn ei gyfrif, felly mae wedi dod i ben i chi."
        case .offBenefit: "Daeth eich budd-dal i ben, ac mae’r cyfnod a oedd i’r rhaglen drosodd."
        case .workChoice: "Symudoch i Work Choice, am y gallai fod yn well i chi."
        case .wrote: "Yr hyn a nodwyd:"
        case .job: "Os oes gennych swydd, nid yw hyn yn ei newid."
        case .afterwards: "Os oes angen help arnoch i ddod o hyd i waith, gofynnwch i ni."
        case .mistakeSubject: "Rydym wedi cywiro camgymeriad am y rhaglen"
        case .exitMistake: "Nodwyd gennym fod eich amser ar hyn wedi dod i ben: {1}. Camgymeriad oedd hynny."
        case .returnMistake: "Nodwyd gennym eich bod wedi dod yn ôl at hyn: {1}. Camgymeriad oedd hynny."
        case .counts: "Rydym wedi’i dynnu’n ôl. Mae’n cyfrif fel pe na bai wedi’i ysgrifennu."
        case .ring: "Os credwch fod hyn yn anghywir, neu os hoffech siarad am hyn, ffoniwch ni ar {1}."
        case .talk: "Os credwch fod hyn yn anghywir, neu os hoffech siarad am hyn, siaradwch â ni."
        case .mailSubject: "Mae newyddion am eich rhaglen ar eich tudalen"
        case .mail:
            "Mae newyddion am eich rhaglen ar eich tudalen eich hun. Mae’n dweud beth sydd wedi newid, a pham."
        }
    }
}

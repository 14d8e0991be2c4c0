import Casework

/// What is said to the customer once something is done.
enum SaidWords: String, CustomerWords {
    case confirmed = "Thank you. We will see you there."
    case askedToMove = "We have told them. Their answer will be here."
    case plan = "It is on your plan."
    case agreed = "Thank you. You have agreed to it."
    case objected = "Thank you for saying. Your words stand beside it, for everybody who helps you."
    case done = "Well done."
    case missed = "Thank you for saying. Talk to us about what to do next."
    case asked = "Your question has gone. The answer will be here."
    case complained = "We have it. The answer will be here."
    case told = "Thank you. It is written down. You can see here who has been told, and who has it."
    case saidSo = "Thank you for saying. It is written down as yours, beside what others wrote."
    case stillRight = "Thank you. It is written down that this is still right."
    case shared = "Done. You can stop it at any time, here."
    case notShared = "Done. Nothing changes, and you get the same help."
    case stopped = "Stopped. They see it no more."
    case supporter = "Done. Give them this code."
    case supporterEnded = "Ended. They see nothing more of yours."
    case signedOut = "You are signed out."
    case askedForRight = "We have written it down, and you will have an answer within one month."
    case askedForCopy = "Asked. Somebody reads the record through first, and gives the copy out within one month."
    case copyGiven = "The copy is given out. Download it here, now or later."
    case statementAdded = "The statement stands beside what was not changed."

    var welsh: String? {
        switch self {
        case .confirmed: "Diolch. Fe’ch gwelwn chi yno."
        case .askedToMove: "Rydym wedi dweud wrthynt. Bydd eu hateb yma."
        case .plan: "Mae ar eich cynllun."
        case .agreed: "Diolch. Rydych wedi cytuno iddo."
        case .objected: "Diolch am ddweud. Mae eich geiriau wrth ei ymyl, i bawb sy’n eich helpu."
        case .done: "Da iawn chi."
        case .missed: "Diolch am ddweud. Siaradwch â ni am beth i’w wneud nesaf."
        case .asked: "Mae eich cwestiwn wedi’i anfon. Bydd yr ateb yma."
        case .complained: "Mae eich cwyn gennym. Bydd yr ateb yma."
        case .told: "Diolch. Mae wedi’i nodi. Gallwch weld yma pwy sydd wedi cael gwybod, a phwy sydd wedi’i dderbyn."
        case .saidSo: "Diolch am ddweud. Mae wedi’i nodi yn eich enw chi, wrth ymyl yr hyn a ysgrifennodd eraill."
        case .stillRight: "Diolch. Mae wedi’i nodi bod hyn yn dal yn iawn."
        case .shared: "Wedi’i wneud. Gallwch roi’r gorau iddo ar unrhyw adeg, yma."
        case .notShared: "Wedi’i wneud. Nid oes dim yn newid, a chewch yr un help."
        case .stopped: "Rydych wedi rhoi’r gorau i rannu. Nid ydynt yn ei weld mwyach."
        case .supporter: "Wedi’i wneud. Rhowch y cod hwn iddynt."
        case .supporterEnded: "Wedi dod i ben. Nid ydynt yn gweld dim mwy amdanoch."
        case .signedOut: "Rydych wedi allgofnodi."
        case .askedForRight: "Rydym wedi ei nodi, a chewch ateb o fewn un mis."
        case .askedForCopy:
            "Rydych wedi gofyn. Bydd rhywun yn darllen drwy’r cofnod yn gyntaf, ac yn rhoi’r copi o fewn un mis."
        case .copyGiven: "Mae’r copi’n barod. Lawrlwythwch ef yma, nawr neu’n hwyrach."
        case .statementAdded: "Mae’r datganiad wrth ymyl yr hyn na chafodd ei newid."
        }
    }
}

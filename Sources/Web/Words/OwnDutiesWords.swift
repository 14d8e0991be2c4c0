import Casework

/// What the customer's page says of what is asked of them, and of what can follow (G-014).
enum OwnDutiesWords: String, CustomerWords {
    case title = "What is asked of me"
    case rules = "You take part in this because the rules of your benefit ask it: {1}."
    case chosen = "Taking part in this is your choice: {1}."
    case unsigned = "We have no record that you signed, so nothing can follow now."
    case follows = "What can follow"
    case mayFollow =
        "If you do not do something that you must, they may have to ask the jobcentre to look at why. What you tell them goes with that, in your own words. A decision maker, who does not work for them, then asks for your reasons. If no good reason is found, your benefit could stop, or be less, for some weeks."
    case reasons = "Good reasons"
    case reasonCounts = "A good reason counts. These are some:"
    case anotherCounts = "Any other good reason counts too. Tell them in your own words."
    case cannot = "If you cannot come"
    case tell = "Tell {1} before it starts, and they will find another time."
    case movedInTime = "An appointment moved in time does not count as missed."
    case ring = "Ring {1} on {2}."
    case askHere = "You can ask for another time on your first page, too."
    case mustGo = "You must go to a talk on {1}. Your letter says what can follow."
    case noProgramme = "You are not on a programme, so none asks anything of you."
    case benefit = "Your benefit may have rules of its own. Your jobcentre can tell you."
    case letter = "If there is something that you must do, a letter tells you."

    var welsh: String? {
        switch self {
        case .title: "Beth a ofynnir gennyf"
        case .rules: "Rydych yn cymryd rhan yn hyn am fod rheolau eich budd-dal yn gofyn am hynny: {1}."
        case .chosen: "Eich dewis chi yw cymryd rhan yn hyn: {1}."
        case .unsigned: "Nid oes gennym gofnod eich bod wedi llofnodi, felly ni all dim ddilyn nawr."
        case .follows: "Beth all ddilyn"
        case .mayFollow:
            "Os na wnewch rywbeth y mae’n rhaid i chi ei wneud, efallai y bydd rhaid iddynt ofyn i’r ganolfan waith edrych ar y rheswm. Bydd yr hyn a ddywedwch wrthynt yn mynd gyda hynny, yn eich geiriau eich hun. Yna bydd penderfynwr, nad yw’n gweithio iddynt, yn gofyn am eich rhesymau. Os na welir rheswm da, gallai eich budd-dal stopio, neu fod yn llai, am rai wythnosau."
        case .reasons: "Rhesymau da"
        case .reasonCounts: "Mae rheswm da yn cyfrif. Dyma rai:"
        case .anotherCounts: "Mae unrhyw reswm da arall yn cyfrif hefyd. Dywedwch wrthynt yn eich geiriau eich hun."
        case .cannot: "Os na allwch ddod"
        case .tell: "Dywedwch wrth {1} cyn iddo ddechrau, a byddant yn dod o hyd i amser arall."
        case .movedInTime: "Nid yw apwyntiad a symudir mewn pryd yn cyfrif fel un a gollwyd."
        case .ring: "Ffoniwch {1} ar {2}."
        case .askHere: "Gallwch ofyn am amser arall ar eich tudalen gyntaf hefyd."
        case .mustGo: "Rhaid i chi fynd i sgwrs ar {1}. Mae eich llythyr yn dweud beth all ddilyn."
        case .noProgramme: "Nid ydych ar raglen, felly nid oes un yn gofyn dim gennych."
        case .benefit: "Efallai fod gan eich budd-dal reolau ei hun. Gall eich canolfan waith ddweud wrthych."
        case .letter: "Os oes rhywbeth y mae’n rhaid i chi ei wneud, bydd llythyr yn dweud wrthych."
        }
    }
}

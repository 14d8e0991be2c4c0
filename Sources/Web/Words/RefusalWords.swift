import Casework

/// What the rules say to a customer who cannot go on, as they say it.
enum RefusalWords: String, CustomerWords {
    case codeWrong =
        "This code does not let anybody in. It may have a slip in it, or be used or too old. Check it, or ask for another."
    case linkWrong = "This link does not work any more. Each one works once, and not for long. Ask for a new one here."
    case stale =
        "This page was open for a long time, or you have signed in again since. Go back, reload the page and try again. Nothing was lost and nothing was sent."
    case noPage = "There is no such page"
    case noPageWhy = "Check the address if you typed it. If a link here brought you, the page has moved or was removed."
    case notFromHere = "You cannot do this from here"
    case notYet = "This cannot be done yet"
    case unreadable = "This could not be read"
    case wrong = "Something went wrong"
    case unforeseen =
        "Something went wrong here, and it is not your doing. It has been written down for us to put right. Go back and try again in a few minutes; what was saved before is safe."
    case changed = "Something changed while you were here"
    case tooLong = "That is too long"
    case notHere = "This cannot be done here"
    case notNow = "Not available just now"
    case goBack = "Go back, check the address or what was typed, and try again."
    case useButtons = "Go back, reload the page and use its buttons and links."
    case tooMany = "Too many requests"
    case firstPage = "Go to your first page"
    case quote = "If you ask for help, quote this:"
    case yourOwn = "This page is a customer’s own. You are signed in as staff: start from the front page."

    var welsh: String? {
        switch self {
        case .codeWrong:
            "Nid yw’r cod hwn yn gadael neb i mewn. Gall fod gwall ynddo, neu gall fod wedi’i ddefnyddio neu’n rhy hen. Gwiriwch ef, neu gofynnwch am un arall."
        case .linkWrong:
            "Nid yw’r ddolen hon yn gweithio mwyach. Mae pob un yn gweithio unwaith, ac nid am hir. Gofynnwch am un newydd yma."
        case .stale:
            "Roedd y dudalen hon ar agor am amser hir, neu rydych wedi mewngofnodi eto ers hynny. Ewch yn ôl, ail-lwythwch y dudalen a rhowch gynnig arall arni. Ni chollwyd dim ac ni anfonwyd dim."
        case .noPage: "Nid oes tudalen o’r fath"
        case .noPageWhy:
            "Gwiriwch y cyfeiriad os gwnaethoch ei deipio. Os daeth dolen â chi yma, mae’r dudalen wedi symud neu wedi’i thynnu."
        case .notFromHere: "Ni allwch wneud hyn o’r fan hon"
        case .notYet: "Ni ellir gwneud hyn eto"
        case .unreadable: "Ni ellid darllen hyn"
        case .wrong: "Aeth rhywbeth o’i le"
        case .unforeseen:
            "Aeth rhywbeth o’i le yma, ac nid eich bai chi ydyw. Mae wedi’i nodi er mwyn i ni ei gywiro. Ewch yn ôl a rhowch gynnig arall arni ymhen ychydig funudau; mae’r hyn a gadwyd o’r blaen yn ddiogel."
        case .changed: "Newidiodd rhywbeth tra oeddech chi yma"
        case .tooLong: "Mae hynny’n rhy hir"
        case .notHere: "Ni ellir gwneud hyn yma"
        case .notNow: "Ddim ar gael ar hyn o bryd"
        case .goBack: "Ewch yn ôl, gwiriwch y cyfeiriad neu’r hyn a deipiwyd, a rhowch gynnig arall arni."
        case .useButtons: "Ewch yn ôl, ail-lwythwch y dudalen a defnyddiwch ei botymau a’i dolenni."
        case .tooMany: "Gormod o geisiadau"
        case .firstPage: "Mynd i’ch tudalen gyntaf"
        case .quote: "Os gofynnwch am help, rhowch hwn:"
        case .yourOwn: "Tudalen cwsmer yw hon. Rydych wedi mewngofnodi fel staff: dechreuwch o’r dudalen flaen."
        }
    }
}

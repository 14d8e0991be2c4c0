import Casework
import Kernel

/// What the rules refuse on a customer’s own pages, in words to them, whatever the same rule says to staff: known by the
/// refusal’s code.
enum RuleWords: String, CustomerWords {
    case notYours = "This is not yours to do here. Ask those who help you, or the person you act for."
    case notChosen = "You were not asked to help with this. The person you help can change that on their own page."
    case changed =
        "Somebody changed this after you opened the page. What you typed is still here. Look at what changed, then send it again if it is still right."
    case notSaved = "This cannot be saved just now, so nothing was. Try again in a few minutes."
    case busy = "Too many people were writing at once, so nothing was saved. Send it again."
    case sentBefore =
        "This was sent before, with something else on it. Open the page again to see what was kept."
    case wait = "Wait a little and try again. Nothing was lost."
    case tooLarge = "What was sent is more than this page can take. Go back, make it shorter and send it again."
    case badForm = "What was sent could not be read. Go back, load the page again and try again."
    case badAddress = "This address is not one of ours. Go to your first page and find it from there."
    case notThere = "There is nothing here that you can open. Go to your first page and find it from there."
    case codeGone = "This code has been used, or is too old, or is not yours to show. Make a new one."
    case erased = "Your details have been erased, so they cannot be changed here."
    case wordsLong = "This is longer than 4,000 characters. Make it shorter, or send the rest as a second one."
    case confirmed = "You have said already that you will be there. There is nothing more to do."
    case moveAsked = "You have asked already, and they have been told. They will answer you here."
    case begun = "This appointment has started, or is not on any more. Ring the office if you could not come."
    case goalsMany =
        "Your plan has five things you want already. Ask your adviser to change one, or to close one that is reached."
    case stepTwice = "Your plan has this step already. Say what is new about this one."
    case stepCopied = "This is only an example. Say what will be done: who with, where and when."
    case stepLong = "Say it in 500 characters or fewer. One thing is one step."
    case stepDay = "Give a day from today on, and within two years."
    case stepUnseen =
        "They cannot see your plan, so they could never say yes. Let them see it first, on the page about sharing, or choose somebody else."
    case stepEnded = "This step is over, or is not on your plan any more. Add a new one if there is more to do."
    case answeredStep = "You have given this answer already, or nobody waits for it."
    case ownWord = "Only the person themselves can agree to a step that must be done. Ask them to answer it."
    case mustStand =
        "This step must be done, so it cannot be changed or dropped here. Say that you do not agree, and why: your adviser answers you."
    case unread = "Read what it means first, in the words shown. Then tick that you have read it."
    case notRequired = "This step cannot be one that you must do just now. Ask your adviser to change it."
    case objected = "You have said this already, and it stands beside the step."
    case notYetMissed = "The day for this step has not come. If you cannot do it, say what is wrong with it."
    case doneDay = "Give the day it was done: today, or a day before."
    case paperEmpty = "There is nothing in this file. Choose another one."
    case paperLarge = "This file is larger than 10 MB. Send a smaller one, or part of it."
    case paperKind = "This file cannot be kept here. Choose a photograph or a PDF."
    case questionGone =
        "You have answered this already, or it is not asked any more. You can change your mind on the page about sharing."
    case purposeGone =
        "This is not asked for any more, so you cannot say yes to it. You can answer no: you get the same help."
    case noneTicked = "Tick at least one thing that you say yes to, or answer no."
    case askedAlone = "Choose from what was asked, or answer no."
    case notForThis = "You ticked something that is not shared for this. Untick it, and share it by itself."
    case packetMany = "You ticked more services than can get it at one time. Untick some, and send it to them after."
    case lastDay = "Choose a last day from today on, and within a year."
    case consentOver = "This has stopped already, so there is nothing to stop."
    case supporterName = "Give a name of at most 100 characters."
    case supporterNothing = "Choose at least one thing they may do."
    case supporterGone = "They do not act for you any more."
    case nobodyThere = "Choose one of those who help you now."
    case noManager =
        "Nobody there answers complaints here. Choose another of those who help you, or ask your adviser where to write."
    case ownName = "Say it in your own name. Those who help you can check it."
    case early = "Tell us of this on the day it begins, not before: it is used at once."
    case firstDay = "Check the first day: it is too far off."
    case sameHeld = "This is what we have already, so there is nothing to tell."
    case oneAnswer = "Choose one of the answers."
    case weekHours = "A week has 168 hours. Give the hours in one week."
    case workWords = "Say what has changed about work."
    case changeGone = "This was taken back, or is not here any more. Look at the list again."
    case sameViews = "This is what you said before. Change one of your answers, or go back."
    case sayWhy = "Say what is not right, in your own words."
    case talkGone = "This was taken out, or is not finished yet. There is nothing to answer just now."
    case phone = "This has too few digits for a phone number. Check it, or leave it empty."
    case email = "This is not an e-mail address. Write it as name@example.org, or leave it empty."
    case detailEmpty = "Fill this in."
    case detailLong = "This is too long. Make it shorter."
    case benefitKind = "Choose one of the benefits on the list."
    case benefitDay = "Check the days: one of them cannot be right."
    case benefitKnown = "The jobcentre has this already. If it is not right, ask them to put it right."
    case wishSame = "That is what you said before, so nothing is changed."
    case whichLanguage = "Say which language you speak, so that we find somebody who speaks it."
    case untold = "Nobody has told you yet what joining changes. Ask your adviser."
    case think = "You cannot say yes yet: you have time to think first. The first day for a yes is on this page."
    case talkOver = "This talk is over, or your place was taken back. There is nothing you need to do."
    case cannotGoSaid = "You have told us already that you cannot go. There is nothing more to do."
    case unsigned = "To join, tick that you have read it and understand what changes."
    case joinBegun = "You have begun already, so there is nothing to choose."
    case whatWrong = "Say what is wrong, and what is right."
    case askedBefore = "You have asked for this already. It will be answered within one month of that."
    case askedLater = "That day has not come yet. Check it."
    case noRequest = "There is no such request on your record. Open it from the list."
    case noEntry = "This is not on your record. Choose it again from what has happened so far."
    case copyNotYet = "Your copy is being read through and is not ready yet. The page of your request says by when."
    case stated =
        "A statement goes beside something that was not changed, and only once. Ask for a correction to say more."

    var welsh: String? {
        switch self {
        case .notYours:
            "Nid chi sydd i wneud hyn yma. Gofynnwch i’r rhai sy’n eich helpu, neu i’r person rydych yn gweithredu ar ei ran."
        case .notChosen:
            "Ni ofynnwyd i chi helpu gyda hyn. Gall y person rydych yn ei helpu newid hynny ar ei dudalen ei hun."
        case .changed:
            "Newidiodd rhywun hyn ar ôl i chi agor y dudalen. Mae’r hyn a deipioch yma o hyd. Edrychwch ar yr hyn a newidiodd, yna anfonwch ef eto os yw’n dal yn iawn."
        case .notSaved:
            "Ni ellir cadw hyn ar hyn o bryd, felly ni chadwyd dim. Rhowch gynnig arall arni ymhen ychydig funudau."
        case .busy: "Roedd gormod o bobl yn ysgrifennu ar unwaith, felly ni chadwyd dim. Anfonwch ef eto."
        case .sentBefore:
            "Anfonwyd hyn o’r blaen, gyda rhywbeth arall arno. Agorwch y dudalen eto i weld beth a gadwyd."
        case .wait: "Arhoswch ychydig a rhowch gynnig arall arni. Ni chollwyd dim."
        case .tooLarge:
            "Mae’r hyn a anfonwyd yn fwy nag y gall y dudalen hon ei dderbyn. Ewch yn ôl, gwnewch ef yn fyrrach a’i anfon eto."
        case .badForm:
            "Ni ellid darllen yr hyn a anfonwyd. Ewch yn ôl, ail-lwythwch y dudalen a rhowch gynnig arall arni."
        case .badAddress:
            "Nid yw’r cyfeiriad hwn yn un o’n rhai ni. Ewch i’ch tudalen gyntaf a dod o hyd iddo o’r fan honno."
        case .notThere: "Nid oes dim yma y gallwch ei agor. Ewch i’ch tudalen gyntaf a dod o hyd iddo o’r fan honno."
        case .codeGone:
            "Mae’r cod hwn wedi’i ddefnyddio, neu’n rhy hen, neu nid chi sydd i’w ddangos. Gwnewch un newydd."
        case .erased: "Mae eich manylion wedi’u dileu, felly ni ellir eu newid yma."
        case .wordsLong: "Mae hyn yn hirach na 4,000 o nodau. Gwnewch ef yn fyrrach, neu anfonwch y gweddill ar wahân."
        case .confirmed: "Rydych wedi dweud yn barod y byddwch yno. Nid oes dim mwy i’w wneud."
        case .moveAsked: "Rydych wedi gofyn yn barod, ac maent wedi cael gwybod. Byddant yn eich ateb yma."
        case .begun:
            "Mae’r apwyntiad hwn wedi dechrau, neu nid yw’n digwydd mwyach. Ffoniwch y swyddfa os nad oeddech yn gallu dod."
        case .goalsMany:
            "Mae pum peth rydych eu heisiau ar eich cynllun yn barod. Gofynnwch i’ch cynghorydd newid un, neu gau un sydd wedi’i gyrraedd."
        case .stepTwice: "Mae’r cam hwn ar eich cynllun yn barod. Dywedwch beth sy’n newydd am yr un hwn."
        case .stepCopied: "Dim ond enghraifft yw hon. Dywedwch beth a wneir: gyda phwy, ble a phryd."
        case .stepLong: "Dywedwch hyn mewn 500 nod neu lai. Un peth yw un cam."
        case .stepDay: "Rhowch ddiwrnod o heddiw ymlaen, ac o fewn dwy flynedd."
        case .stepUnseen:
            "Ni allant weld eich cynllun, felly ni allent fyth gytuno. Gadewch iddynt ei weld yn gyntaf, ar y dudalen am rannu, neu dewiswch rywun arall."
        case .stepEnded:
            "Mae’r cam hwn ar ben, neu nid yw ar eich cynllun mwyach. Ychwanegwch un newydd os oes mwy i’w wneud."
        case .answeredStep: "Rydych wedi rhoi’r ateb hwn yn barod, neu nid oes neb yn aros amdano."
        case .ownWord:
            "Dim ond y person ei hun all gytuno i gam y mae’n rhaid ei wneud. Gofynnwch i’r person hwnnw ei ateb."
        case .mustStand:
            "Rhaid gwneud y cam hwn, felly ni ellir ei newid na’i ollwng yma. Dywedwch nad ydych yn cytuno, a pham: bydd eich cynghorydd yn eich ateb."
        case .unread:
            "Darllenwch beth mae’n ei olygu yn gyntaf, yn y geiriau a ddangosir. Yna ticiwch eich bod wedi ei ddarllen."
        case .notRequired:
            "Ni all y cam hwn fod yn un y mae’n rhaid i chi ei wneud ar hyn o bryd. Gofynnwch i’ch cynghorydd ei newid."
        case .objected: "Rydych wedi dweud hyn yn barod, ac mae wedi’i nodi wrth ymyl y cam."
        case .notYetMissed:
            "Nid yw’r diwrnod ar gyfer y cam hwn wedi dod. Os na allwch ei wneud, dywedwch beth sydd o’i le arno."
        case .doneDay: "Rhowch y diwrnod y cafodd ei wneud: heddiw, neu ddiwrnod cynt."
        case .paperEmpty: "Nid oes dim yn y ffeil hon. Dewiswch un arall."
        case .paperLarge: "Mae’r ffeil hon yn fwy na 10 MB. Anfonwch un lai, neu ran ohoni."
        case .paperKind: "Ni ellir cadw’r ffeil hon yma. Dewiswch lun neu PDF."
        case .questionGone:
            "Rydych wedi ateb hyn yn barod, neu nid yw’n cael ei ofyn mwyach. Gallwch newid eich meddwl ar y dudalen am rannu."
        case .purposeGone:
            "Nid yw hyn yn cael ei ofyn mwyach, felly ni allwch gytuno iddo. Gallwch ateb na: cewch yr un help."
        case .noneTicked: "Ticiwch o leiaf un peth rydych yn cytuno iddo, neu atebwch na."
        case .askedAlone: "Dewiswch o blith yr hyn a ofynnwyd, neu atebwch na."
        case .notForThis:
            "Rydych wedi ticio rhywbeth nad yw’n cael ei rannu ar gyfer hyn. Dad-diciwch ef, a’i rannu ar ei ben ei hun."
        case .packetMany:
            "Ticiwyd mwy o wasanaethau nag a all ei gael ar un tro. Dad-diciwch rai, a’i anfon atynt wedyn."
        case .lastDay: "Dewiswch ddiwrnod olaf o heddiw ymlaen, ac o fewn blwyddyn."
        case .consentOver: "Mae hyn wedi stopio’n barod, felly nid oes dim i’w stopio."
        case .supporterName: "Rhowch enw o 100 nod ar y mwyaf."
        case .supporterNothing: "Dewiswch o leiaf un peth y cânt ei wneud."
        case .supporterGone: "Nid ydynt yn gweithredu ar eich rhan mwyach."
        case .nobodyThere: "Dewiswch un o’r rhai sy’n eich helpu nawr."
        case .noManager:
            "Nid oes neb yno’n ateb cwynion yma. Dewiswch un arall o’r rhai sy’n eich helpu, neu gofynnwch i’ch cynghorydd ble i ysgrifennu."
        case .ownName: "Dywedwch hyn yn eich enw eich hun. Gall y rhai sy’n eich helpu ei wirio."
        case .early: "Dywedwch hyn wrthym ar y diwrnod y mae’n dechrau, nid cyn hynny: caiff ei ddefnyddio ar unwaith."
        case .firstDay: "Gwiriwch y diwrnod cyntaf: mae’n rhy bell i ffwrdd."
        case .sameHeld: "Dyma sydd gennym yn barod, felly nid oes dim i’w ddweud."
        case .oneAnswer: "Dewiswch un o’r atebion."
        case .weekHours: "Mae 168 awr mewn wythnos. Rhowch yr oriau mewn un wythnos."
        case .workWords: "Dywedwch beth sydd wedi newid o ran gwaith."
        case .changeGone: "Cafodd hyn ei dynnu yn ôl, neu nid yw yma mwyach. Edrychwch ar y rhestr eto."
        case .sameViews: "Dyma a ddywedoch o’r blaen. Newidiwch un o’ch atebion, neu ewch yn ôl."
        case .sayWhy: "Dywedwch beth nad yw’n iawn, yn eich geiriau eich hun."
        case .talkGone: "Cafodd hyn ei dynnu allan, neu nid yw wedi’i orffen eto. Nid oes dim i’w ateb ar hyn o bryd."
        case .phone: "Nid oes digon o rifau yma ar gyfer rhif ffôn. Gwiriwch ef, neu gadewch ef yn wag."
        case .email: "Nid cyfeiriad e-bost yw hwn. Ysgrifennwch ef fel name@example.org, neu gadewch ef yn wag."
        case .detailEmpty: "Llenwch hwn."
        case .detailLong: "Mae hwn yn rhy hir. Gwnewch ef yn fyrrach."
        case .benefitKind: "Dewiswch un o’r budd-daliadau ar y rhestr."
        case .benefitDay: "Gwiriwch y dyddiau: rhaid bod un ohonynt yn anghywir."
        case .benefitKnown: "Mae hyn gan y ganolfan waith yn barod. Os nad yw’n iawn, gofynnwch iddynt ei gywiro."
        case .wishSame: "Dyna a ddywedoch o’r blaen, felly nid oes dim wedi newid."
        case .whichLanguage: "Dywedwch pa iaith rydych yn ei siarad, er mwyn i ni ddod o hyd i rywun sy’n ei siarad."
        case .untold: "Nid oes neb wedi dweud wrthych eto beth mae ymuno yn ei newid. Gofynnwch i’ch cynghorydd."
        case .think:
            "Ni allwch ddweud ie eto: mae gennych amser i feddwl yn gyntaf. Mae’r diwrnod cyntaf y gallwch ddweud ie ar y dudalen hon."
        case .talkOver:
            "Mae’r sgwrs hon drosodd, neu cafodd eich lle ei gymryd yn ôl. Nid oes dim y mae angen i chi ei wneud."
        case .cannotGoSaid: "Rydych wedi dweud wrthym yn barod na allwch fynd. Nid oes dim mwy i’w wneud."
        case .unsigned: "I ymuno, ticiwch eich bod wedi ei ddarllen ac yn deall beth sy’n newid."
        case .joinBegun: "Rydych wedi dechrau’n barod, felly nid oes dim i’w ddewis."
        case .whatWrong: "Dywedwch beth sydd o’i le, a beth sy’n gywir."
        case .askedBefore: "Rydych wedi gofyn am hyn yn barod. Cewch ateb o fewn un mis i hynny."
        case .askedLater: "Nid yw’r diwrnod hwnnw wedi dod eto. Gwiriwch ef."
        case .noRequest: "Nid oes cais o’r fath ar eich cofnod. Agorwch ef o’r rhestr."
        case .noEntry: "Nid yw hyn ar eich cofnod. Dewiswch ef eto o’r hyn sydd wedi digwydd hyd yma."
        case .copyNotYet:
            "Mae eich copi’n cael ei ddarllen ac nid yw’n barod eto. Mae tudalen eich cais yn dweud erbyn pryd."
        case .stated:
            "Mae datganiad yn mynd wrth ymyl rhywbeth na chafodd ei newid, a dim ond unwaith. Gofynnwch am gywiriad i ddweud mwy."
        }
    }
}

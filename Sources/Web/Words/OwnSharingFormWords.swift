import Casework

/// What the forms about sharing and supporters say.
enum OwnSharingFormWords: String, CustomerWords {
    case shareTitle = "May they see more?"
    case shareButton = "Send my answer"
    case shareLead = "You choose. Whatever you say, you get the same help."
    case asks = "{1} asks to see {2}."
    case seesNow = "They see now: {1}."
    case seesNowList = "They see now:"
    case seesNothing = "They see nothing of yours now."
    case wouldSee = "If you say yes, they also see: {1}."
    case wouldSeeTicked = "If you say yes, they also see what you tick below, and nothing else."
    case purpose = "It is to {1}."
    case agree = "Do you agree?"
    case yes = "Yes"
    case no = "No"
    case noHint = "Nothing changes."
    case kinds = "If yes, to what?"
    case kindsHint = "Tick only what you say yes to."
    case seenAlready = "They see this already. A no does not hide it."
    case ownPart = "They see only their own part of this now."
    case meansIdentity = "Your name, your birth date and your National Insurance number."
    case meansContact = "Where you live, and how to reach you and talk with you."
    case meansReferral = "What help you were put forward for, and who helps you now."
    case meansAppointments = "When you meet somebody, and if you came."
    case meansAssessment = "What you said of how things are, and what stands in your way."
    case meansWork = "The jobs you have had, your hours, and your volunteering."
    case meansPlan = "What you want, your steps, and what was said of them."
    case meansHealth = "What we were told of your health."
    case meansConvictions = "Any convictions we were told of."
    case meansHousehold = "Who you live with, and who you care for."
    case meansMoney = "What benefits you get, and since when."
    case meansSharing = "Who sees your record, and who acts for you."
    case meansConditionality = "What you must do for your benefit, and any doubt about it."
    case meansVoice = "What you asked, and the answers."
    case meansSafety = "How to meet people so that all are safe."
    case meansEquality = "Your ethnic group, if you say it. It is asked only to see that all are treated alike."
    case until = "If yes, until when?"
    case untilHint = "At most {1}. You can stop it sooner, at any time."
    case gone = "This has been answered already."
    case letTitle = "Let them see more"
    case letButton = "Let them see it"
    case letLead =
        "They will also see what you tick here, and nothing else. You get the same help if you tick nothing."
    case letWho = "Who may see it?"
    case letOther = "Another organisation"
    case letWhichOther = "Which other organisation?"
    case letOtherHint = "Where nothing stands beside its name, it sees nothing of yours now."
    case letTwoChosen =
        "You chose one organisation above and another one here. Choose “{1}” above, or choose none here."
    case otherSeesNow = "{1} (sees now: {2})"
    case letKinds = "What may they see?"
    case letKindsHint = "Tick only what you want them to see."
    case letFor = "What is it for?"
    case letOnly = "Only for this: {1}."
    case letNobody = "Nobody is on record as helping you now, so there is nobody to choose. Ask where you signed up."
    case stopTitle = "Stop sharing"
    case stopButton = "Stop sharing now"
    case stops = "{1} stops seeing {2} at once. What they wrote themselves stays theirs."
    case stopStep = "1 step of your plan is theirs to do. Somebody else has to do it then."
    case stopSteps = "{1} steps of your plan are theirs to do. Somebody else has to do them then."
    case over = "This has ended already."
    case supporterTitle = "Choose somebody to act for me"
    case supporterButton = "Choose them"
    case supporterLead = "Choose somebody you trust. They see and do only what you tick. You can end it at any time."
    case supporterAgain = "This is what you chose before. Change what is not right now."
    case codeTitle = "A new code"
    case codeButton = "Make a code"
    case codeText = "A new code for {1}. It works once, for 7 days."
    case endTitle = "End it"
    case endButton = "End it now"
    case endText = "{1} sees nothing more of yours, at once. What they did stays written down as theirs."
    case supporterName = "Their name"
    case relationship = "Who they are to you"
    case relationshipHint = "My sister, my support worker."
    case may = "What may they do for you?"
    case mayHint = "They see only what you tick."
    case supporterUntil = "Until when?"
    case supporterUntilHint = "At most {1}. It can be ended sooner, at any time."
    case rightAppointments = "See my appointments, confirm them and ask to move them"
    case rightPlan = "See my plan, add to it, agree and object"
    case rightVoice = "See my questions and complaints, and put new ones"
    case rightChanges = "See how I am reached, and tell about changes"

    var welsh: String? {
        switch self {
        case .shareTitle: "A gânt weld mwy?"
        case .shareButton: "Anfon fy ateb"
        case .shareLead: "Chi sy’n dewis. Beth bynnag a ddywedwch, cewch yr un help."
        case .asks: "Mae {1} yn gofyn am gael gweld: {2}."
        case .seesNow: "Maent yn gweld hyn nawr: {1}."
        case .seesNowList: "Maent yn gweld hyn nawr:"
        case .seesNothing: "Nid ydynt yn gweld dim ohonoch nawr."
        case .wouldSee: "Os dywedwch ie, byddant hefyd yn gweld hyn: {1}."
        case .wouldSeeTicked: "Os dywedwch ie, byddant hefyd yn gweld yr hyn a diciwch isod, a dim byd arall."
        case .purpose: "Y pwrpas: {1}."
        case .agree: "Ydych chi’n cytuno?"
        case .yes: "Ydw"
        case .no: "Nac ydw"
        case .noHint: "Nid oes dim yn newid."
        case .kinds: "Os ydych, i beth?"
        case .kindsHint: "Ticiwch yr hyn rydych yn cytuno iddo yn unig."
        case .seenAlready: "Maent yn gweld hyn yn barod. Nid yw dweud “na” yn ei guddio."
        case .ownPart: "Dim ond eu rhan eu hunain o hyn y maent yn ei gweld nawr."
        case .meansIdentity: "Eich enw, eich dyddiad geni a’ch rhif Yswiriant Gwladol."
        case .meansContact: "Ble rydych yn byw, a sut i gysylltu â chi a siarad â chi."
        case .meansReferral: "Pa help y cawsoch eich cyfeirio ato, a phwy sy’n eich helpu nawr."
        case .meansAppointments: "Pryd rydych yn cwrdd â rhywun, ac a ddaethoch."
        case .meansAssessment: "Yr hyn a ddywedoch am sut mae pethau, a’r hyn sy’n eich rhwystro."
        case .meansWork: "Y swyddi a gawsoch, eich oriau, a’ch gwirfoddoli."
        case .meansPlan: "Yr hyn rydych ei eisiau, eich camau, a’r hyn a ddywedwyd amdanynt."
        case .meansHealth: "Yr hyn a ddywedwyd wrthym am eich iechyd."
        case .meansConvictions: "Unrhyw euogfarnau y dywedwyd wrthym amdanynt."
        case .meansHousehold: "Gyda phwy rydych yn byw, ac am bwy rydych yn gofalu."
        case .meansMoney: "Pa fudd-daliadau a gewch, ac ers pryd."
        case .meansSharing: "Pwy sy’n gweld eich cofnod, a phwy sy’n gweithredu ar eich rhan."
        case .meansConditionality:
            "Yr hyn y mae’n rhaid i chi ei wneud ar gyfer eich budd-dal, ac unrhyw amheuaeth am hynny."
        case .meansVoice: "Yr hyn a ofynnoch, a’r atebion."
        case .meansSafety: "Sut i gwrdd â phobl fel bod pawb yn ddiogel."
        case .meansEquality:
            "Eich grŵp ethnig, os ydych yn ei ddweud. Gofynnir dim ond i weld bod pawb yn cael eu trin yr un fath."
        case .until: "Os ydych, tan pryd?"
        case .untilHint: "Tan {1} fan hwyraf. Gallwch roi’r gorau iddo’n gynt, ar unrhyw adeg."
        case .gone: "Mae hyn wedi’i ateb yn barod."
        case .letTitle: "Gadael iddynt weld mwy"
        case .letButton: "Gadael iddynt ei weld"
        case .letLead:
            "Byddant hefyd yn gweld yr hyn a diciwch yma, a dim byd arall. Cewch yr un help os na thiciwch ddim."
        case .letWho: "Pwy gaiff ei weld?"
        case .letOther: "Sefydliad arall"
        case .letWhichOther: "Pa sefydliad arall?"
        case .letOtherHint: "Lle nad oes dim wrth ei enw, nid yw’n gweld dim ohonoch nawr."
        case .letTwoChosen:
            "Dewisoch un sefydliad uchod ac un arall yma. Dewiswch “{1}” uchod, neu peidiwch â dewis un yma."
        case .otherSeesNow: "{1} (mae’n gweld hyn nawr: {2})"
        case .letKinds: "Beth gânt ei weld?"
        case .letKindsHint: "Ticiwch yr hyn rydych am iddynt ei weld yn unig."
        case .letFor: "Ar gyfer beth?"
        case .letOnly: "Ar gyfer hyn yn unig: {1}."
        case .letNobody:
            "Nid oes neb ar gofnod fel rhywun sy’n eich helpu nawr, felly nid oes neb i’w ddewis. Gofynnwch lle y gwnaethoch gofrestru."
        case .stopTitle: "Rhoi’r gorau i rannu"
        case .stopButton: "Rhoi’r gorau i rannu nawr"
        case .stops:
            "O hyn ymlaen, ni fydd {1} yn gweld hyn: {2}. Bydd yr hyn a ysgrifennwyd ganddynt yn aros yn eiddo iddynt."
        case .stopStep: "Mae 1 cam o’ch cynllun yn waith iddynt. Bydd rhaid i rywun arall ei wneud wedyn."
        case .stopSteps: "Mae {1} o gamau eich cynllun yn waith iddynt. Bydd rhaid i rywun arall eu gwneud wedyn."
        case .over: "Mae hyn wedi dod i ben yn barod."
        case .supporterTitle: "Dewis rhywun i weithredu ar fy rhan"
        case .supporterButton: "Dewis y person hwn"
        case .supporterLead:
            "Dewiswch rywun rydych yn ymddiried ynddo. Dim ond yr hyn rydych yn ei dicio y bydd yn ei weld ac yn ei wneud. Gallwch ddod â hyn i ben ar unrhyw adeg."
        case .supporterAgain: "Dyma a ddewisoch o’r blaen. Newidiwch yr hyn nad yw’n iawn nawr."
        case .codeTitle: "Cod newydd"
        case .codeButton: "Gwneud cod"
        case .codeText: "Cod newydd i {1}. Mae’n gweithio unwaith, o fewn 7 diwrnod."
        case .endTitle: "Dod â hyn i ben"
        case .endButton: "Dod â hyn i ben nawr"
        case .endText:
            "Ni fydd {1} yn gweld dim mwy amdanoch, o hyn ymlaen. Bydd yr hyn a wnaeth yn aros ar gofnod yn ei enw."
        case .supporterName: "Enw’r person"
        case .relationship: "Pwy yw’r person i chi"
        case .relationshipHint: "Fy chwaer, fy ngweithiwr cymorth."
        case .may: "Beth gaiff y person ei wneud ar eich rhan?"
        case .mayHint: "Dim ond yr hyn rydych yn ei dicio y bydd yn ei weld."
        case .supporterUntil: "Tan pryd?"
        case .supporterUntilHint: "Tan {1} fan hwyraf. Gellir dod â hyn i ben yn gynt, ar unrhyw adeg."
        case .rightAppointments: "Gweld fy apwyntiadau, eu cadarnhau a gofyn am eu symud"
        case .rightPlan: "Gweld fy nghynllun, ychwanegu ato, cytuno a gwrthwynebu"
        case .rightVoice: "Gweld fy nghwestiynau a’m cwynion, a chyflwyno rhai newydd"
        case .rightChanges: "Gweld sut i gysylltu â mi, a rhoi gwybod am newidiadau"
        }
    }
}

extension OwnSharingFormWords {
    /// What a kind of information holds.
    static func means(_ kind: Casework.Category) -> String {
        switch kind {
        case .identity: meansIdentity()
        case .contact: meansContact()
        case .referral: meansReferral()
        case .appointments: meansAppointments()
        case .assessment: meansAssessment()
        case .work: meansWork()
        case .plan: meansPlan()
        case .health: meansHealth()
        case .convictions: meansConvictions()
        case .household: meansHousehold()
        case .safety: meansSafety()
        case .money: meansMoney()
        case .sharing: meansSharing()
        case .conditionality: meansConditionality()
        case .voice: meansVoice()
        case .equality: meansEquality()
        }
    }
}

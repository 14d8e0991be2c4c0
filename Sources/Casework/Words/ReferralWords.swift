/// What somebody reads when they are put forward for a programme: who helps them, why, for how long, whether they must or
/// may, and what happens next (G-001).
enum ReferralWords: String, CustomerWords {
    case putForward = "Your jobcentre has put you forward for {1}, as the rules of your benefit ask."
    case joined = "Your jobcentre has put you forward for {1}, because you chose to join."
    case willHelp = "{1} is to help you, and will choose your adviser."
    case drawn = "They were drawn by chance, from those who run it where you live. Anybody can check the draw."
    case followed = "You or your partner were with them before, so nobody else was drawn."
    case twoYears = "The help can last up to two years, from your first meeting."
    case weeks = "The help can last up to {1} weeks, from your first meeting."
    case days = "The help can last up to {1} days, from your first meeting."
    case must = "You must take part. Ask what that means for you, and what can follow if you do not."
    case may =
        "You take part because you chose to. You were told what that asks of you before you joined. Ask if you would like to hear it again."
    case reach = "How to reach {1}:"
    case phone = "Phone: {1}"
    case meeting = "Your first meeting is on {1} at {2}."
    case hearBy = "You will hear from {1} by {2}, to agree when to meet first."
    case hear = "You will hear from {1}, to agree when to meet first."
    case ring = "If something here is not clear, or is not right for you, ring us on {1}."
    case talk = "If something here is not clear, or is not right for you, talk to us."

    var welsh: String? {
        switch self {
        case .putForward:
            "Mae eich canolfan waith wedi eich cynnig ar gyfer hyn, fel y mae rheolau eich budd-dal yn gofyn: {1}."
        case .joined: "Mae eich canolfan waith wedi eich cynnig ar gyfer hyn, am i chi ddewis ymuno: {1}."
        case .willHelp: "{1} fydd yn eich helpu, ac yn dewis eich cynghorydd."
        case .drawn:
            "Dewiswyd hwy ar hap, o blith y rhai sy’n ei rhedeg lle rydych yn byw. Gall unrhyw un wirio’r dewis."
        case .followed: "Roeddech chi neu’ch partner gyda hwy o’r blaen, felly ni ddewiswyd neb arall."
        case .twoYears: "Gall yr help bara hyd at ddwy flynedd, o’ch cyfarfod cyntaf."
        case .weeks: "Gall yr help bara hyd at {1} wythnos, o’ch cyfarfod cyntaf."
        case .days: "Gall yr help bara hyd at {1} diwrnod, o’ch cyfarfod cyntaf."
        case .must:
            "Rhaid i chi gymryd rhan. Gofynnwch beth mae hynny’n ei olygu i chi, a beth all ddilyn os na wnewch."
        case .may:
            "Rydych yn cymryd rhan am i chi ddewis gwneud hynny. Dywedwyd wrthych beth mae’n ei ofyn gennych cyn i chi ymuno. Gofynnwch os hoffech ei glywed eto."
        case .reach: "Sut i gysylltu â hwy ({1}):"
        case .phone: "Ffôn: {1}"
        case .meeting: "Mae eich cyfarfod cyntaf ar {1}, {2}."
        case .hearBy: "Byddwch yn clywed gan {1} erbyn {2}, i gytuno pryd i gyfarfod gyntaf."
        case .hear: "Byddwch yn clywed gan {1}, i gytuno pryd i gyfarfod gyntaf."
        case .ring: "Os nad yw rhywbeth yma’n glir, neu’n iawn i chi, ffoniwch ni ar {1}."
        case .talk: "Os nad yw rhywbeth yma’n glir, neu’n iawn i chi, siaradwch â ni."
        }
    }
}

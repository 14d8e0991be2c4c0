import Casework
import Kernel
import Office

extension CaseForms {
    /// How somebody is met safely, and whom they would rather see.
    static let safety: [any CaseForm.Type] = [
        RaiseSafetyForm.self, ReviewSafetyForm.self, HideSafetyForm.self, WishForm.self, OpenUrgentForm.self,
        HandOverUrgentForm.self,
    ]
}

/// Tells whoever meets somebody what to do.
struct RaiseSafetyForm: CaseForm {
    static let name = CaseFormName.raiseSafety
    static let title = "How to meet them safely"
    static let button = "Tell whoever meets them"
    static let said = Said.safety

    let isLead: Bool
    let today: CalendarDay

    static func load(_ form: CaseFormVisit) async throws -> Self {
        RaiseSafetyForm(isLead: form.visit.actor.role == .safeguardingLead, today: form.visit.today)
    }

    var initial: FormFields { FormFields(DayField.values("review", today.adding(months: 3))) }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p {
                "Only whoever meets them and the safeguarding lead are shown this. Say what to do, and never what happened or why: what must not be on a computer at all goes to the named officer, on paper."
            }
            Checkboxes(
                "asks", label: "What should whoever meets them do?",
                SafetyAsk.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
            TextField(
                "words", label: "Anything else to do", hint: "At most \(RaiseSafetyNotice.wordsAtMost) characters",
                optional: true, in: state)
            DayField(
                "review", label: "Look at it again by", hint: "After that day it says nothing, unless it is reviewed",
                in: state)
            if isLead {
                Checkbox("hidden", label: "Keep it from their own page and copy", in: state)
            }
        }
    }

    func read(_ form: FormReader) throws -> RaiseSafetyNotice {
        let asks = form.choices(
            "asks", label: "What should whoever meets them do?", of: SafetyAsk.allCases.map(\.rawValue), atLeast: 1)
        let words = form.optionalText("words", label: "Anything else to do", max: RaiseSafetyNotice.wordsAtMost)
        return RaiseSafetyNotice(
            terms: SafetyTerms(asks: asks.compactMap(SafetyAsk.init(rawValue:)), words: words.map { Words($0) }),
            review: form.day(
                "review", label: "Look at it again by",
                in: today...today.adding(months: RaiseSafetyNotice.monthsAtMost)),
            hidden: form.ticked("hidden"))
    }
}

/// Looks at a notice again: another day, or its end.
struct ReviewSafetyForm: CaseForm {
    static let name = CaseFormName.reviewSafety
    static let title = "Look at the note again"
    static let button = "Record the review"
    static let said = Said.safety
    static let hasItem = true

    let notice: SafetyNotice
    let today: CalendarDay

    static func load(_ form: CaseFormVisit) async throws -> Self {
        ReviewSafetyForm(notice: try form.safetyNotice(), today: form.visit.today)
    }

    var initial: FormFields { FormFields(DayField.values("review", today.adding(months: 3))) }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            ul { ForEach(notice.terms.value?.asks ?? []) { ask in li { ask.title } } }
            Radios(
                "needed", label: "Is it still needed?",
                [Choice("yes", "Yes, until another day"), Choice("no", "No, it ends now")], in: state)
            DayField("review", label: "Look at it again by", in: state)
        }
    }

    func read(_ form: FormReader) throws -> ReviewSafetyNotice {
        let needed = form.choice("needed", label: "Is it still needed?", of: ["yes", "no"]) == "yes"
        return ReviewSafetyNotice(
            notice: notice.id,
            review: needed
                ? form.day(
                    "review", label: "Look at it again by",
                    in: today...today.adding(months: RaiseSafetyNotice.monthsAtMost)) : nil)
    }
}

/// Keeps a notice from the person's own page, or shows it there again.
struct HideSafetyForm: CaseForm {
    static let name = CaseFormName.hideSafety
    static let title = "What the person is shown"
    static let button = "Record this"
    static let said = Said.safety
    static let hasItem = true

    let notice: Identifier<SafetyNotice>

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let id: Identifier<SafetyNotice> = try form.item()
        let isPath = form.opened.seen.safety?.urgent.contains { $0.id == id } == true
        return HideSafetyForm(notice: isPath ? id : try form.safetyNotice().id)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            Radios(
                "shown", label: "Are they shown this note on their own page and in their copy?",
                [Choice("yes", "Yes"), Choice("no", "No", hint: "Only where seeing it could put somebody in danger")],
                in: state)
        }
    }

    func read(_ form: FormReader) throws -> HideSafetyNotice {
        let label = "Are they shown this note on their own page and in their copy?"
        return HideSafetyNotice(
            notice: notice, hidden: form.choice("shown", label: label, of: ["yes", "no"]) == "no")
    }
}

/// Records whom somebody would rather see.
struct WishForm: CaseForm {
    static let name = CaseFormName.wishForAdviser
    static let title = "Whom they would rather see"
    static let button = "Record their wish"
    static let said = Said.wished

    static func load(_ form: CaseFormVisit) async throws -> Self { WishForm() }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "This is their own wish. Do not ask why, and record nothing they did not say." }
            Radios(
                "wish", label: "Whom would they rather see?",
                AdviserWish.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
        }
    }

    func read(_ form: FormReader) throws -> WishForAdviser {
        WishForAdviser(form.choice("wish", label: "Whom would they rather see?"))
    }
}

extension CaseFormVisit {
    /// The notice that the address names, where the reader is shown it.
    fileprivate func safetyNotice() throws -> SafetyNotice {
        let id: Identifier<SafetyNotice> = try item()
        guard let found = opened.seen.safety?.notices.first(where: { $0.id == id }), found.ended == nil || isSent else {
            throw Refusal("safety.none", "This notice is not there, or has ended.")
        }
        return found
    }
}

extension DayField {
    /// The three boxes of a day, filled.
    static func values(_ name: String, _ day: CalendarDay) -> [(String, String)] {
        [
            ("\(name)-day", String(day.day)), ("\(name)-month", String(day.month)), ("\(name)-year", String(day.year)),
        ]
    }
}

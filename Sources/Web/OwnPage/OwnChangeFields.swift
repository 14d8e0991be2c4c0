import Casework
import Kernel
import Office

/// What is said to be so, as a customer says it: when something changed, and when what others wrote is not right. Of
/// convictions nothing is asked (K-004).
struct OwnChangeFields: Sendable {
    let kind: ChangeKind
    let benefits: [(String, String)]
    /// Whether all of it may be left out, as by somebody who only says that a thing is wrong.
    let isOptional: Bool

    private var isAsked: Bool { ChangeKind.tellable.contains(kind) }
    /// Whether it is said in words or not at all.
    private var isInWords: Bool { kind.isContact || kind == .work }
    private var label: String {
        isOptional && isInWords ? OwnStandingWords.instead() : OwnTellWords.contactLabel(kind)
    }

    private var hours: String { kind == .caring ? OwnTellWords.hours() : OwnTellWords.volunteerHours() }

    func fields(in state: FormState) -> Fragment {
        guard isAsked else { return Fragment {} }
        return Fragment {
            if kind == .benefit {
                Select(
                    "code", label: OwnTellWords.benefit(), optional: isOptional,
                    benefits.map { Choice($0.0, told($0.1)) }, in: state)
                Radios(
                    "on", label: OwnTellWords.onBenefit(), optional: isOptional,
                    [Choice("yes", OwnTellWords.yes()), Choice("no", OwnTellWords.no())], in: state)
            }
            if !kind.codes.isEmpty {
                Radios(
                    "code", label: OwnTellWords.which(), optional: isOptional,
                    kind.codes.map { Choice($0.code, OwnTellWords.code($0.code, $0.title)) }, in: state)
            }
            if kind.hasHours {
                TextField(
                    "hours", label: hours, kind: .wholeNumber, characters: 3, optional: true, in: state)
            }
            if kind == .phone || kind == .email {
                TextField(
                    "detail", label: label, kind: kind == .phone ? .telephone : .email,
                    autocomplete: kind == .phone ? .telephone : .email, optional: isOptional, in: state)
            } else {
                TextArea("detail", label: label, rows: 4, optional: isOptional || !isInWords, in: state)
            }
        }
    }

    /// - Returns: nil where all of it was left out.
    func read(_ form: FormReader) -> ChangeDetail? {
        guard isAsked else { return nil }
        var detail = ChangeDetail()
        if kind == .benefit {
            detail.code = choice("code", OwnTellWords.benefit(), benefits.map(\.0), form)
            detail.on = choice("on", OwnTellWords.onBenefit(), ["yes", "no"], form).map { $0 == "yes" }
        } else if !kind.codes.isEmpty {
            detail.code = choice("code", OwnTellWords.which(), kind.codes.map(\.code), form)
        }
        if kind.hasHours {
            detail.hours = form.optionalWholeNumber("hours", label: hours, in: 0...168)
        }
        detail.words =
            isInWords && !isOptional
            ? form.text("detail", label: label, max: 1000, lines: true)
            : form.optionalText("detail", label: label, max: 1000, lines: true)
        return isOptional && detail == ChangeDetail() ? nil : detail
    }

    private func choice(_ name: String, _ label: String, _ answers: [String], _ form: FormReader) -> String? {
        isOptional ? form.optionalChoice(name, label: label, of: answers) : form.choice(name, label: label, of: answers)
    }
}

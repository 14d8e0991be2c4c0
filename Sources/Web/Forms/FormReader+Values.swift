import Casework
public import Kernel

extension FormReader {
    /// Text on one line, or on several.
    /// - Parameters:
    ///   - max: the most characters, as a person counts them.
    ///   - lines: whether line breaks are kept; where not, each becomes a space.
    public func text(_ name: String, label: String, max: Int, lines: Bool = false) -> String {
        optionalText(name, label: label, max: max, lines: lines, required: true) ?? ""
    }

    public func optionalText(_ name: String, label: String, max: Int, lines: Bool = false) -> String? {
        optionalText(name, label: label, max: max, lines: lines, required: false)
    }

    private func optionalText(_ name: String, label: String, max: Int, lines: Bool, required: Bool) -> String? {
        notes?.ask(name, label, .text(most: max, lines: lines), required: required)
        return value(name, label: label, required: required) { text throws(Refusal) in
            let text = lines ? text : text.replacing("\n", with: " ")
            guard text.count <= max else {
                throw Refusal("form.too-long", FormWords.tooLong(label, max, text.count))
            }
            // Control characters cannot be typed, PostgreSQL cannot store NUL, and none of them can be read back.
            guard
                !text.unicodeScalars.contains(where: {
                    $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
                })
            else {
                throw Refusal("form.unreadable", FormWords.unreadable(label))
            }
            return text
        }
    }

    /// An amount in pounds and pence.
    public func money(_ name: String, label: String) -> Money { optionalMoney(name, label, true) ?? .zero }
    public func optionalMoney(_ name: String, label: String) -> Money? { optionalMoney(name, label, false) }

    private func optionalMoney(_ name: String, _ label: String, _ required: Bool) -> Money? {
        notes?.ask(name, label, .money, required: required)
        return value(name, label: label, required: required) { text throws(Refusal) in
            let amount = try Money(text.replacing(" ", with: ""))
            guard amount >= .zero else {
                throw Refusal("form.negative", "“\(label)” cannot be less than nothing. Write it without the minus.")
            }
            return amount
        }
    }

    /// A number with no fraction, in a range.
    public func wholeNumber(_ name: String, label: String, in range: ClosedRange<Int>) -> Int {
        optionalWholeNumber(name, label, range, true) ?? range.lowerBound
    }

    public func optionalWholeNumber(_ name: String, label: String, in range: ClosedRange<Int>) -> Int? {
        optionalWholeNumber(name, label, range, false)
    }

    private func optionalWholeNumber(_ name: String, _ label: String, _ range: ClosedRange<Int>, _ required: Bool)
        -> Int?
    {
        notes?.ask(name, label, .whole(range), required: required)
        return value(name, label: label, required: required) { text throws(Refusal) in
            let digits = text.replacing(",", with: "")
            guard !digits.hasPrefix("+"), let number = Int(digits) else {
                throw Refusal("form.not-a-number", FormWords.notANumber(label, range.lowerBound))
            }
            guard range.contains(number) else {
                throw Refusal(
                    "form.out-of-range", FormWords.between(label, range.lowerBound, range.upperBound, number))
            }
            return number
        }
    }

    /// A reference the page itself put into the form.
    public func identifier<Named>(_ name: String, of _: Named.Type = Named.self, label: String) -> Identifier<Named> {
        notes?.ask(name, label, .reference, required: true)
        return value(name, label: label, required: true) { text throws(Refusal) in try Identifier<Named>(text) }
            ?? Identifier(high: 0, low: 0)
    }

    public func optionalIdentifier<Named>(_ name: String, of _: Named.Type = Named.self, label: String)
        -> Identifier<Named>?
    {
        notes?.ask(name, label, .reference, required: false)
        return value(name, label: label, required: false) { text throws(Refusal) in try Identifier<Named>(text) }
    }
}

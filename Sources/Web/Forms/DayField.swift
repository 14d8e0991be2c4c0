import Casework
public import Kernel

/// A day in three boxes, or typed whole into one, never only a calendar.
public struct DayField: Component {
    public enum Shape: Sendable {
        /// Day, month and year apart, for a date that is known by heart.
        case boxes
        /// One field that reads any of the ways people type a day: quicker for staff.
        case typed
    }

    private let field: Field
    private let shape: Shape
    private let isBirthday: Bool

    /// - Parameter birthday: whether it is the birth date of the person who fills it in.
    public init(
        _ name: String, label: String, hint: String? = nil, _ shape: Shape = .boxes, birthday: Bool = false,
        optional: Bool = false, in state: FormState
    ) {
        field = Field(
            name, label,
            hint: hint ?? (shape == .boxes ? FormWords.dayHint() : "For example, 30/6/2012 or 30 June 2012"),
            optional: optional, in: state)
        self.shape = shape
        isBirthday = birthday
    }

    public var body: some HTML {
        switch shape {
        case .boxes:
            field.group {
                div(.class("boxes")) {
                    box("day", field.state.words.day, id: field.name, size: 2, isBirthday ? .birthDay : nil)
                    box("month", field.state.words.month, size: 2, isBirthday ? .birthMonth : nil)
                    box("year", field.state.words.year, size: 4, isBirthday ? .birthYear : nil)
                }
            }
        case .typed:
            field.single {
                input(
                    .id(field.name), .name(field.name), .type(.text), .value(field.value), .size(16), .class("sized"),
                    .autocomplete(.off), field.described, .ariaInvalid(field.invalid))
            }
        }
    }

    private func box(
        _ part: String, _ caption: String, id: String? = nil, size: Int, _ autocomplete: Attribute.Autocomplete?
    ) -> some HTML {
        let name = "\(field.name)-\(part)"
        return div {
            label(.for(id ?? name)) { caption }
            input(
                .id(id ?? name), .name(name), .type(.text), .inputmode(.numeric), .size(size), .class("sized"),
                .value(field.state.value(name)), .autocomplete(autocomplete), .ariaInvalid(field.invalid))
        }
    }
}

extension FormState {
    /// The same form with a day in the three boxes of a field.
    public func setting(_ name: String, to day: CalendarDay) -> FormState {
        let (year, month, date) = day.parts
        let fields = fields.setting("\(name)-day", to: "\(date)").setting("\(name)-month", to: "\(month)")
            .setting("\(name)-year", to: "\(year)")
        return FormState(fields, errors: errors, words: words)
    }
}

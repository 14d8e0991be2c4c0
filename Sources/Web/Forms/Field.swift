/// What every field shares: a label above, a hint before, an error after, and the ids that tie them together.
///
/// The first input of a field has the field's name as its id, so that an error summary can link to it.
struct Field {
    let name: String
    let caption: String
    let hint: String?
    let optional: Bool
    let state: FormState

    init(_ name: String, _ caption: String, hint: String?, optional: Bool, in state: FormState) {
        self.name = name
        self.caption = caption
        self.hint = hint
        self.optional = optional
        self.state = state
        state.notes?.show(name, hint: hint)
    }

    var error: String? { state.error(name) }
    var invalid: Bool { error != nil }
    var value: String? { state.value(name) }

    /// The ids of the hint and the error, as far as there are any.
    var described: Attribute {
        .ariaDescribedBy((hint == nil ? [] : ["\(name)-hint"]) + (invalid ? ["\(name)-error"] : []))
    }

    @HTMLBuilder var captionText: some HTML {
        caption
        if optional { span(.class("optional")) { " \(state.words.optional)" } }
    }

    @HTMLBuilder var hintText: some HTML {
        if let hint { p(.class("hint"), .id("\(name)-hint")) { hint } }
    }

    @HTMLBuilder var errorText: some HTML {
        if let error {
            p(.class("error"), .id("\(name)-error")) {
                strong { state.words.error }
                " \(error)"
            }
        }
    }

    /// A field of one input.
    func single(@HTMLBuilder input: () -> some HTML) -> some HTML {
        div(.class(invalid ? "field wrong" : "field")) {
            label(.for(name)) { captionText }
            hintText
            input()
            errorText
        }
    }

    /// A field of several inputs, which share a legend.
    func group(id: String? = nil, @HTMLBuilder inputs: () -> some HTML) -> some HTML {
        fieldset(.class(invalid ? "field wrong" : "field"), .id(id), described) {
            legend { captionText }
            hintText
            inputs()
            errorText
        }
    }
}

import Casework
import Kernel

/// The fields that say who somebody is, on the form that registers them and on the one that corrects them.
struct IdentityFields: Component {
    let state: FormState

    var body: some HTML {
        TextField("given", label: "First name", in: state)
        TextField("family", label: "Family name", in: state)
        DayField("born", label: "Birth date", in: state)
        TextField(
            "number", label: "National insurance number",
            hint: "Two letters, six digits and a letter, as QQ 12 34 56 C", characters: 14, optional: true, in: state)
        TextArea("address", label: "Address", rows: 3, optional: true, in: state)
        TextField("phone", label: "Phone number", kind: .telephone, characters: 20, optional: true, in: state)
        TextField("email", label: "E-mail address", kind: .email, optional: true, in: state)
    }
}

extension FormReader {
    /// Who somebody is, by `IdentityFields`.
    /// - Throws: `Refusal` about the field that cannot be right.
    func identity(on today: CalendarDay) throws -> Identity {
        let given = text("given", label: "First name", max: 100)
        let family = text("family", label: "Family name", max: 100)
        let born = day("born", label: "Birth date")
        let number = parsed("number", label: "National insurance number", required: false) {
            text throws(Refusal) in try NationalInsuranceNumber(text)
        }
        let address = optionalText("address", label: "Address", max: 300, lines: true)
        let phone = optionalText("phone", label: "Phone number", max: 30)
        let email = optionalText("email", label: "E-mail address", max: 200)
        return try Identity(
            given: given, family: family, born: born, nationalInsurance: number, address: address, phone: phone,
            email: email, on: today)
    }
}

extension FormFields {
    /// The fields of `IdentityFields` as they stand for somebody.
    init(_ identity: Identity) {
        let (year, month, day) = identity.born.parts
        self.init([
            "given": identity.given, "family": identity.family, "born-day": "\(day)", "born-month": "\(month)",
            "born-year": "\(year)", "number": identity.nationalInsurance?.spaced ?? "",
            "address": identity.address ?? "", "phone": identity.phone ?? "", "email": identity.email ?? "",
        ])
    }
}

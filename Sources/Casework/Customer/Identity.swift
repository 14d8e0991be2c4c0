public import Kernel

/// Who a person is and how to reach them: the only facts that stand in clear in a register, and sealed in the record.
public struct Identity: Sendable, Equatable {
    public var given: String
    public var family: String
    public var born: CalendarDay
    public var nationalInsurance: NationalInsuranceNumber?
    public var address: String?
    public var phone: String?
    public var email: String?

    /// - Refuses: an empty name, a birth date that is not in the past or over 120 years ago, contacts that cannot be
    ///   right, or text longer than a register holds.
    public init(
        given: String, family: String, born: CalendarDay, nationalInsurance: NationalInsuranceNumber? = nil,
        address: String? = nil, phone: String? = nil, email: String? = nil, on today: CalendarDay
    ) throws(Refusal) {
        self.given = try Identity.line(given, field: "given", label: "the first name", longest: 100)
        self.family = try Identity.line(family, field: "family", label: "the family name", longest: 100)
        guard born < today else {
            throw Refusal(
                "identity.born-later", "The birth date is \(born.written), which has not happened yet. Check the year.",
                field: "born")
        }
        guard born.age(on: today) <= 120 else {
            throw Refusal(
                "identity.born-early", "The birth date is \(born.written), over 120 years ago. Check the year.",
                field: "born")
        }
        self.born = born
        self.nationalInsurance = nationalInsurance
        self.address = try Identity.optional(address, field: "address", label: "the address", longest: 300)
        self.phone = try Identity.optional(phone, field: "phone", label: "the phone number", longest: 30)
        self.email = try Identity.optional(email, field: "email", label: "the e-mail address", longest: 200)
        if let phone = self.phone, phone.filter(\.isNumber).count < 6 {
            throw Refusal(
                "identity.phone", "“\(phone)” has too few digits for a phone number. Check it, or leave it empty.",
                field: "phone")
        }
        if let email = self.email, !Identity.looksLikeEmail(email) {
            throw Refusal(
                "identity.email",
                "“\(email)” is not an e-mail address. Write it as name@example.org, or leave it empty.", field: "email")
        }
    }

    /// `Rosa Parr`.
    public var name: String { "\(given) \(family)" }

    private static func line(_ text: String, field: String, label: String, longest: Int) throws(Refusal) -> String {
        guard let found = try optional(text, field: field, label: label, longest: longest) else {
            throw Refusal("identity.empty", "Enter \(label).", field: field)
        }
        return found
    }

    private static func optional(_ text: String?, field: String, label: String, longest: Int) throws(Refusal) -> String?
    {
        let trimmed = (text ?? "").trimmed
        guard trimmed.count <= longest else {
            throw Refusal("identity.long", "Shorten \(label): it may have \(longest) characters.", field: field)
        }
        return trimmed.isEmpty ? nil : trimmed
    }

    private static func looksLikeEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !parts[1].hasPrefix(".")
            && !parts[1].hasSuffix(".") && !text.contains(where: { $0.isWhitespace || $0 == "," || $0 == ";" })
    }
}

extension Identity {
    var json: JSON {
        .fields([
            "given": .string(given), "family": .string(family), "born": .text(born),
            "nationalInsurance": nationalInsurance.map { .text($0) }, "address": address.map { .string($0) },
            "phone": phone.map { .string($0) }, "email": email.map { .string($0) },
        ])
    }

    init(_ json: JSON) throws {
        given = try json.string("given")
        family = try json.string("family")
        born = try json.day("born")
        nationalInsurance = try json.optional("nationalInsurance", JSON.string).map { try NationalInsuranceNumber($0) }
        address = try json.optional("address", JSON.string)
        phone = try json.optional("phone", JSON.string)
        email = try json.optional("email", JSON.string)
    }
}

/// A national insurance number: two letters, six digits, and a letter A to D.
///
/// The letters follow the rules HMRC publishes (National Insurance Manual NIM39110): the first is not D, F, I, Q, U or V,
/// the second not those or O, and some pairs are never issued. The pair QQ, which is never issued, is taken as well: it
/// is what demonstration people carry.
public struct NationalInsuranceNumber: Sendable, Hashable, CustomStringConvertible {
    /// Nine characters with no spaces: `QQ123456C`.
    public let description: String

    /// - Refuses: text that is not of the form.
    public init(_ text: some StringProtocol) throws(Refusal) {
        let characters = Array(text.uppercased().filter { !$0.isWhitespace && $0 != "-" })
        let pair = String(characters.prefix(2))
        let letters = Set("ABCEGHJKLMNOPRSTWXYZ")
        let issued =
            characters.count == 9 && letters.contains(characters[0]) && letters.contains(characters[1])
            && characters[1] != "O" && !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(pair)
        guard characters.count == 9, issued || pair == "QQ",
            characters[2..<8].allSatisfy({ $0.isASCII && $0.isNumber }), "ABCD".contains(characters[8])
        else {
            throw Refusal(
                "identity.number",
                "“\(text.prefix(40))” is not a national insurance number. It is two letters, six digits and a letter from A to D, as QQ 12 34 56 C.",
                rule: "HMRC NIM39110", field: "number")
        }
        description = String(characters)
    }

    /// `QQ 12 34 56 C`.
    public var spaced: String {
        let characters = Array(description)
        return [0..<2, 2..<4, 4..<6, 6..<8, 8..<9].map { String(characters[$0]) }.joined(separator: " ")
    }
}

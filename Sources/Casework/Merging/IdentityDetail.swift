import Kernel

/// One detail of who a person is, as the forms name it: what two records of one person may differ in.
public enum IdentityDetail: String, Sendable, Hashable, CaseIterable {
    case given, family, born, number, address, phone, email

    public var title: String {
        switch self {
        case .given: "First name"
        case .family: "Family name"
        case .born: "Birth date"
        case .number: "National insurance number"
        case .address: "Address"
        case .phone: "Phone number"
        case .email: "E-mail address"
        }
    }

    /// What somebody's record says of it; nil where it says nothing.
    public func text(of identity: Identity) -> String? {
        switch self {
        case .given: identity.given
        case .family: identity.family
        case .born: identity.born.written
        case .number: identity.nationalInsurance?.spaced
        case .address: identity.address
        case .phone: identity.phone
        case .email: identity.email
        }
    }
}

extension Identity {
    /// The details in which two records differ, in the order of the form.
    public func details(unlike other: Identity) -> [IdentityDetail] {
        fields(changedFrom: other).compactMap(IdentityDetail.init(rawValue:))
    }

    /// The same person with some details as another record has them.
    public func taking(_ details: some Sequence<IdentityDetail>, from other: Identity) -> Identity {
        var copy = self
        for detail in details {
            switch detail {
            case .given: copy.given = other.given
            case .family: copy.family = other.family
            case .born: copy.born = other.born
            case .number: copy.nationalInsurance = other.nationalInsurance
            case .address: copy.address = other.address
            case .phone: copy.phone = other.phone
            case .email: copy.email = other.email
            }
        }
        return copy
    }
}

extension CustomerFact {
    /// What it changes once a record that was part of this one then has been taken away again; nil for nothing.
    ///
    /// A correction carries the whole of who the person was said to be, with what had come from the other record; of that
    /// the fields it names count alone. Agreement to e-mail that was given meanwhile may have been to the other's address,
    /// so it does not.
    func apart(from merges: Merges, _ identity: Identity?) -> CustomerFact? {
        guard !merges.undone.isEmpty, let identity else { return self }
        switch self {
        case .corrected(let event, let fields, .open(let whole)):
            let named = fields.compactMap(IdentityDetail.init(rawValue:))
            return .corrected(event, fields: fields, .open(identity.taking(named, from: whole)))
        case .emailChosen(true): return merges.isWithinUndone ? nil : self
        default: return self
        }
    }
}

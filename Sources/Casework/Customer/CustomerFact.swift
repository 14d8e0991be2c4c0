public import Kernel

public enum CustomerFact: Sendable, Equatable {
    case registered(Registration, Sealed<Identity>)
    /// Names the event it corrects and the fields that changed; carries the whole identity as it now stands.
    case corrected(Identifier<Event<CaseFile>>, fields: [String], Sealed<Identity>)
    /// Whether they agreed to be written to at the e-mail address that stands in their details.
    case emailChosen(Bool)
    /// The language they read.
    case languageChosen(Language)
    /// What they need to be spoken with and written to, and on whose word.
    case needsStated(ChangeSource, Sealed<CommunicationNeeds>)
    case erased(Erasure)
    /// Another organisation keeps the record from here on: in the place of one of its kind, or beside one of the other.
    case takenUp(TakingUp)
    /// An organisation that took the record up by mistake keeps it no longer.
    case givenBack(GivingBack)
    /// The person was told by an organisation that took their record up that it keeps it now.
    case toldOfKeeper(ToldOfHolder)
    /// The letter that an event says told them of it did not arrive.
    case untoldOfKeeper(Identifier<Event<CaseFile>>, NotDelivered)
    /// Somebody of an organisation that keeps the record leads the help that the person gets.
    case ledBy(Identifier<Organisation>, Identifier<Person>)

    public struct Registration: Sendable, Equatable {
        /// The organisation that opened the record, and keeps it until another of its kind takes it up.
        public let jobcentre: Identifier<Organisation>
        public let home: CustomerHome
        public let drawToken: DrawToken
        public let jointClaim: Identifier<CaseFile>?

        public init(
            jobcentre: Identifier<Organisation>, home: CustomerHome = .jobcentre, drawToken: DrawToken,
            jointClaim: Identifier<CaseFile>?
        ) {
            self.jobcentre = jobcentre
            self.home = home
            self.drawToken = drawToken
            self.jointClaim = jointClaim
        }
    }
}

extension CustomerFact {
    /// Who took a record up, as what, and how they knew the person.
    public struct TakingUp: Sendable, Equatable {
        public let organisation: Identifier<Organisation>
        public let home: CustomerHome
        public let proof: ProofOfPerson
        /// Since when the person claims there, or is helped there.
        public let since: CalendarDay

        public init(
            organisation: Identifier<Organisation>, home: CustomerHome, proof: ProofOfPerson, since: CalendarDay
        ) {
            self.organisation = organisation
            self.home = home
            self.proof = proof
            self.since = since
        }
    }
}

extension CustomerFact {
    /// Who gave a record back that it had taken up, and to whom.
    public struct GivingBack: Sendable, Equatable {
        public let organisation: Identifier<Organisation>
        /// Whose place it had taken; nil for nobody's.
        public let to: Identifier<Organisation>?

        public init(organisation: Identifier<Organisation>, to: Identifier<Organisation>?) {
            self.organisation = organisation
            self.to = to
        }
    }
}

/// What kind of organisation keeps a person's record.
public enum CustomerHome: String, Sendable, CaseIterable {
    /// The jobcentre that holds the claim.
    case jobcentre
    /// The council service that helps the person.
    case council
}

extension CustomerFact: FactCoding {
    public var kind: String {
        switch self {
        case .registered: "customer.registered"
        case .corrected: "customer.corrected"
        case .emailChosen: "customer.emailChosen"
        case .languageChosen: "customer.languageChosen"
        case .needsStated: "customer.needsStated"
        case .erased: "customer.erased"
        case .takenUp: "customer.takenUp"
        case .givenBack: "customer.givenBack"
        case .toldOfKeeper: "customer.toldOfKeeper"
        case .untoldOfKeeper: "customer.untoldOfKeeper"
        case .ledBy: "customer.ledBy"
        }
    }
    public var version: Int { 1 }
    public var occurred: Occurrence? { nil }

    public var clear: JSON {
        switch self {
        case .registered(let registration, _):
            .fields([
                "jobcentre": .text(registration.jobcentre), "drawToken": .text(registration.drawToken),
                "jointClaim": registration.jointClaim.map { .text($0) },
                "home": registration.home == .jobcentre ? nil : .string(registration.home.rawValue),
            ])
        case .corrected(let event, let fields, _):
            ["corrects": .text(event), "fields": .array(fields.map { .string($0) })]
        case .emailChosen(let agreed): ["agreed": .bool(agreed)]
        case .languageChosen(let language): ["language": .string(language.rawValue)]
        case .needsStated(let source, _): ["source": .string(source.rawValue)]
        case .erased(let erasure): erasure.json
        case .takenUp(let taken):
            [
                "organisation": .text(taken.organisation), "home": .string(taken.home.rawValue),
                "proof": .string(taken.proof.rawValue), "since": .text(taken.since),
            ]
        case .givenBack(let given):
            .fields(["organisation": .text(given.organisation), "to": given.to.map { .text($0) }])
        case .toldOfKeeper(let how):
            .fields(["route": .string(how.route.rawValue), "digest": how.digest.map { .string($0) }])
        case .untoldOfKeeper(let event, let reason): ["told": .text(event), "reason": .string(reason.rawValue)]
        case .ledBy(let organisation, let person): ["organisation": .text(organisation), "person": .text(person)]
        }
    }

    public var sealed: SealedPart? {
        switch self {
        case .registered(_, let identity), .corrected(_, _, let identity):
            identity.value.map { SealedPart(.identity, $0.json) }
        case .needsStated(_, let needs): needs.value.map { SealedPart(.identity, $0.json) }
        case .emailChosen, .languageChosen, .erased, .takenUp, .givenBack, .toldOfKeeper, .untoldOfKeeper, .ledBy: nil
        }
    }

    public init(kind: String, version: Int, clear: JSON, sealed: JSON?) throws {
        switch (kind, version) {
        case ("customer.registered", 1):
            self = .registered(
                Registration(
                    jobcentre: try clear.identifier("jobcentre"),
                    home: clear["home"] == nil ? .jobcentre : try clear.coded("home"),
                    drawToken: try DrawToken(clear.string("drawToken")),
                    jointClaim: try clear.optional("jointClaim", JSON.identifier)), try sealed.opened(Identity.init))
        case ("customer.corrected", 1):
            self = .corrected(
                try clear.identifier("corrects"), fields: try clear.array("fields").compactMap(\.string),
                try sealed.opened(Identity.init))
        case ("customer.emailChosen", 1): self = .emailChosen(try clear.bool("agreed"))
        case ("customer.languageChosen", 1): self = .languageChosen(try clear.coded("language"))
        case ("customer.needsStated", 1):
            self = .needsStated(try clear.coded("source"), try sealed.opened(CommunicationNeeds.init))
        case ("customer.erased", 1): self = .erased(try Erasure(clear))
        case ("customer.takenUp", 1):
            self = .takenUp(
                TakingUp(
                    organisation: try clear.identifier("organisation"), home: try clear.coded("home"),
                    proof: try clear.coded("proof"), since: try clear.day("since")))
        case ("customer.givenBack", 1):
            self = .givenBack(
                GivingBack(
                    organisation: try clear.identifier("organisation"),
                    to: try clear.optional("to", JSON.identifier)))
        case ("customer.toldOfKeeper", 1):
            self = .toldOfKeeper(
                ToldOfHolder(route: try clear.coded("route"), digest: try clear.optional("digest", JSON.string)))
        case ("customer.untoldOfKeeper", 1):
            self = .untoldOfKeeper(try clear.identifier("told"), try clear.coded("reason"))
        case ("customer.ledBy", 1):
            self = .ledBy(try clear.identifier("organisation"), try clear.identifier("person"))
        default: throw JSONFault.unknown(kind, version)
        }
    }
}

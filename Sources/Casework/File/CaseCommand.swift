public import Kernel

/// Something a person asks to be done on a case, one type for each kind of act.
public protocol CaseCommand: Sendable {
    /// What authorisation, the audit and the powers table all read.
    static var act: Act { get }
    /// What the person must have seen before this may be decided on a file that has moved on.
    var staleness: Staleness { get }
    /// Decides, from what is known, either the facts that follow or a refusal that explains itself. Pure: the same file
    /// and context give the same answer.
    func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact]
}

extension CaseCommand {
    public var staleness: Staleness { .harmless }
}

/// What happens when the file has moved on since the form was shown.
public enum Staleness: Sendable, Equatable {
    /// It is decided again on the newer file.
    case harmless
    /// When one of these was touched since, the person is shown what changed and asked again.
    case mustHaveSeen(Set<Category>)
}

/// Everything a decision may depend on besides the file.
public struct Context: Sendable {
    public let now: Instant
    public let random: RandomSource
    public let actor: Author
    /// The id of the command; what it makes takes this id.
    public let command: Identifier<Command>
    public let programmes: [String: Programme]
    public let tools: ServiceTools
    public let sharing: SharingMatrix
    public let surroundings: Surroundings

    public init(
        now: Instant, random: RandomSource, actor: Author, command: Identifier<Command>,
        programmes: [String: Programme], tools: ServiceTools, sharing: SharingMatrix = SharingMatrix(),
        surroundings: Surroundings = Surroundings()
    ) {
        self.now = now
        self.random = random
        self.actor = actor
        self.command = command
        self.programmes = programmes
        self.tools = tools
        self.sharing = sharing
        self.surroundings = surroundings
    }

    /// Today in London.
    public var today: CalendarDay { now.day }

    /// - Refuses: when no programme of this name is loaded.
    public func programme(_ id: String) throws(Refusal) -> Programme {
        guard let programme = programmes[id] else {
            throw Refusal("programme.unknown", "There is no programme “\(id)” here. Choose one from the list.")
        }
        return programme
    }
}

/// What a command id names.
public enum Command {}

/// What a decision needs to know from outside the case, read in the transaction that will record it.
public struct Surroundings: Sendable {
    /// What the area's register says about this person's draw, when a referral is being decided.
    public var draw: DrawSetting?
    /// Another case that already holds this national insurance number.
    public var numberHeldBy: Identifier<CaseFile>?
    /// The partner's draw token, when a joint claim is being made.
    public var partnerToken: DrawToken?
    /// Whether the named adviser works at the named organisation; nil when none was named.
    public var adviserWorksThere: Bool?
    /// Organisations that the actor's own may assign work to: itself and its subcontractors.
    public var chain: Set<Identifier<Organisation>> = []
    /// The chain of the prime that was drawn; nil where the command does not ask for it.
    public var supplyChain: SupplyChain?
    /// What the adviser who is named can offer; nil where none is.
    public var adviserOffers: Set<AdviserOffer>?
    /// What anybody can offer who advises at the office of a meeting, or could be the adviser at the organisation named.
    public var officeOffers: Set<AdviserOffer> = []
    /// Whether the place of a meeting is on the register of organisations; nil where none is named.
    public var officeIsThere: Bool?
    /// The information session that is named, and how many places of it are taken; nil where there is none.
    public var session: (session: InformationSession, taken: Int)?
    /// Whether both people of a handover work where it says; nil where none is being recorded.
    public var handoverPeopleWork: Bool?
    /// Another appointment of the adviser's that overlaps the slot asked for.
    public var slotTaken = false
    /// What the actor's own organisation is to those whose record it keeps; nil where it can keep none.
    public var actorHome: CustomerHome? = .jobcentre
    /// Everybody at the actor's organisation who may decide which version of a change stands; nil where the command does
    /// not ask for it.
    public var deciders: Set<Identifier<Person>>?
    /// Whether the entry that a correction is about is in the record, and its asker reads it; nil where it is about none.
    public var entryIsThere: Bool?
    /// Whether somebody at the organisation complained to settles complaints.
    public var complaintIsRead = false
    /// The names of organisations that a refusal speaks of.
    public var organisations: [Identifier<Organisation>: String] = [:]
    /// Whether every organisation that a consent names is in the register.
    public var recipientIsThere = false
    /// The texts of the record that may speak of somebody else, when a copy of it is being decided on.
    public var textsToReview: [CopyPlace] = []
    /// What the two records are made of, when they are to be made one or taken apart.
    public var pair: RecordPair?

    public init() {}
}

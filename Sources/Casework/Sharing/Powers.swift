public import Kernel

/// Who may do what: the one declared table that authorisation reads (reference A6).
public enum Powers {
    /// Some roles, while their organisation stands in one of some relations to the case.
    public struct Grant: Sendable {
        public let roles: Set<Role>
        public let relations: Set<Relation>
        /// Where the power comes from: a row of the reference, or ours.
        public let source: String
    }

    /// - Returns: the grant that allows it, or nil.
    public static func grant(_ act: Act, to role: Role, as relation: Relation) -> Grant? {
        table[act]?.first { $0.roles.contains(role) && $0.relations.contains(relation) }
    }

    /// Whether somebody may, whatever their role.
    public static func anybody(may act: Act, as relation: Relation) -> Bool {
        table[act]?.contains { $0.relations.contains(relation) } ?? false
    }

    /// - Refuses: when no grant allows it; the sentence says who may.
    public static func require(_ act: Act, of role: Role, as relation: Relation) throws(Refusal) {
        guard grant(act, to: role, as: relation) == nil else { return }
        let allowed = (table[act] ?? []).flatMap(\.roles).filter { $0 != .system }
        let title = role.title.lowercased()
        let article = "aeiou".contains(title.prefix(1)) ? "an" : "a"
        let names = Set(allowed.map { $0.title.lowercased() }).sorted().joined(separator: ", ")
        throw Refusal(
            "power.none",
            "You cannot \(act.words) here: you are \(article) \(title) at \(relation.words). "
                + (names.isEmpty ? "Nobody may do this." : "Those who may: \(names), with a live tie to the person."),
            rule: table[act]?.first?.source)
    }

    private static let jobcentreStaff: Set<Role> = [.adviser, .teamManager]
    private static let providerStaff: Set<Role> = [.providerAdviser, .providerManager]

    private static func jobcentre(_ roles: Set<Role> = jobcentreStaff, source: String) -> Grant {
        Grant(roles: roles, relations: [.jobcentre], source: source)
    }

    private static func provider(
        _ roles: Set<Role> = providerStaff, _ relations: Set<Relation> = [.referred, .attached], source: String
    ) -> Grant {
        Grant(roles: roles, relations: relations, source: source)
    }

    private static func council(_ roles: Set<Role> = jobcentreStaff, source: String) -> Grant {
        Grant(roles: roles, relations: [.council], source: source)
    }

    /// Those who help at an organisation the person chose.
    private static func partner(source: String) -> Grant {
        Grant(roles: jobcentreStaff.union(providerStaff), relations: [.partner], source: source)
    }

    private static let oneself = Grant(roles: [.customer], relations: [.oneself], source: "G-004")
    /// Within what they were let see: the person's choice is asked for besides.
    private static let supporter = Grant(roles: [.supporter], relations: [.supporter], source: "A-027")

    /// Those who may let a person in to their own page.
    private static let hosts = [
        jobcentre(source: "ours"), council(source: "ours"),
        provider(providerStaff.union([.inWorkOfficer]), [.attached], source: "ours"),
    ]

    /// Those who assess. Whether the jobcentre may read an assessment, and so make one, is the sharing matrix's to say.
    private static let assessors = [
        provider(providerStaff, [.attached], source: "C06"), council(source: "C06"), jobcentre(source: "C06"),
    ]

    /// Those who work on the one plan, where the sharing matrix or the person lets them read it.
    private static let planners = [
        provider(providerStaff.union([.inWorkOfficer]), [.attached], source: "C07, A-144"), council(source: "C07"),
        jobcentre(source: "C07, D6"), partner(source: "G-005"),
    ]

    /// Those who take down what a person asks or complains of, who has no page of their own or would rather say it.
    private static let scribes = [
        jobcentre(source: "C43"), council(source: "C43"), provider(providerStaff, [.attached], source: "C43"),
    ]

    /// Those who answer for what is kept about people, where the record is kept.
    private static func governance(source: String) -> Grant {
        Grant(roles: [.informationGovernanceLead], relations: [.jobcentre, .council], source: source)
    }

    /// Those who hear of a change in somebody's life, and those whose records it touches (C14, G-003).
    private static let tellers = [
        jobcentre(source: "C14"), council(source: "C14"),
        provider(providerStaff.union([.inWorkOfficer]), source: "C14"), partner(source: "G-003"),
    ]

    /// Acts about no case in particular are asked with the relation `.none`.
    public static let table: [Act: [Grant]] = [
        .findCustomer: [
            Grant(roles: jobcentreStaff.union(providerStaff), relations: [.none], source: "A-130, A-067"),
            Grant(roles: [.informationGovernanceLead], relations: [.none], source: "K-045"),
            Grant(roles: [.safeguardingLead], relations: [.none], source: "K-003"),
        ],
        .readCase: [
            jobcentre(source: "A-033"), council(source: "A-085"), partner(source: "K-007"),
            provider(
                providerStaff.union([.inWorkOfficer]), [.offered, .referred, .attached, .former, .past],
                source: "A-067, A-069, K-010"),
            Grant(roles: [.commissioner, .auditor], relations: [.commissions], source: "A-101, A-120"),
            oneself, supporter, governance(source: "K-045"),
            Grant(
                roles: [.safeguardingLead], relations: [.jobcentre, .council, .referred, .attached], source: "K-003"),
        ],
        .readCaseload: [
            Grant(
                roles: jobcentreStaff.union(providerStaff).union([.inWorkOfficer]), relations: [.none], source: "A-067")
        ],
        .readInbox: [Grant(roles: [.providerManager], relations: [.none], source: "A-061")],
        .readPayments: [
            Grant(
                roles: [.commissioner, .auditor, .providerManager], relations: [.none], source: "A-060, A-101, A-120")
        ],
        .readJourneys: [
            Grant(roles: [.commissioner, .auditor, .analyst], relations: [.none], source: "C37, B-373")
        ],
        .readProof: [
            Grant(roles: [.commissioner, .auditor], relations: [.commissions], source: "A-101, A-120"),
            provider([.providerManager], [.attached, .former], source: "A-060"),
        ],
        .readDraws: [
            Grant(
                roles: Set(Role.allCases).subtracting([.system]), relations: [.none],
                source: "K-031: anyone may check a draw")
        ],
        .readLooks: [
            Grant(roles: [.customer], relations: [.oneself], source: "design §5"),
            jobcentre([.teamManager], source: "design §5"), council([.teamManager], source: "design §5"),
            governance(source: "K-045"),
        ],
        .registerCustomer: [Grant(roles: jobcentreStaff, relations: [.none], source: "C01")],
        // Whoever the person claims with or is helped by now, whatever else it is to them; a keeper is told that it is one.
        .takeUpRecord: [
            Grant(
                roles: jobcentreStaff,
                relations: [
                    .none, .jobcentre, .council, .host, .offered, .referred, .attached, .former, .past, .partner,
                ], source: "G-004, K-010")
        ],
        // An adviser names themselves, a team manager anybody of theirs.
        .nameLead: [jobcentre(source: "G-005"), council(source: "G-005")],
        .correctCustomer: [jobcentre(source: "C14"), council(source: "C14"), provider(source: "C14")],
        .setLanguage: [
            oneself, jobcentre(source: "K-039"), council(source: "K-039"), provider(source: "K-039"),
        ],
        // Whoever helps them and reads how to reach them.
        .stateNeeds: [
            oneself, supporter, jobcentre(source: "K-040"), council(source: "K-040"),
            provider(providerStaff.union([.inWorkOfficer]), source: "K-040"), partner(source: "K-040"),
        ],
        .stateBenefit: [
            jobcentre(source: "C01"), council(source: "C14"),
            provider(providerStaff.union([.inWorkOfficer]), [.attached], source: "C14"),
        ],
        // What may be told of health, the household and convictions is the sharing matrix's and the person's to say.
        .reportChange: [oneself, supporter] + tellers,
        .answerChange: [oneself] + tellers,
        .resolveChange: [jobcentre(source: "C14"), council(source: "C14")],
        .checkCaller: tellers,
        .askConsent: [
            jobcentre(source: "K-007"), council(source: "K-007"), provider(source: "K-007"), partner(source: "K-007"),
        ],
        // An organisation that sees only what the person chose may ask for more, and never record the answer itself.
        .recordConsent: [
            oneself, jobcentre(source: "K-007"), council(source: "K-007"),
            provider(providerStaff, [.attached], source: "K-007"),
        ],
        .recordReferralInterview: [jobcentre(source: "C01")],
        .refer: [jobcentre(source: "A-130")],
        .acknowledgeReferral: [provider([.providerManager], [.referred], source: "C03")],
        .queryReferral: [provider([.providerManager], [.referred], source: "C03")],
        .extendQuery: [provider([.providerManager], [.referred], source: "G-101")],
        .answerQuery: [jobcentre(source: "C03")],
        .askForDetails: [provider(providerStaff, [.referred], source: "G-097")],
        .answerDetails: [jobcentre(source: "G-097")],
        .assign: [provider([.providerManager], [.referred, .attached], source: "A-132")],
        .changeAdviser: [provider([.providerManager], [.referred, .attached], source: "C08, F15")],
        // The provider is a former one by the time the round finds the allotted time over, so it speaks for the jobcentre.
        .endReferral: [jobcentre(jobcentreStaff.union([.system]), source: "C13")],
        .recordReturn: [jobcentre(source: "C13, D-032")],
        .stateStatus: [jobcentre(source: "C14, G-128")],
        .handBack: [provider(providerStaff, [.attached, .former], source: "C13")],
        .readHandBack: [jobcentre(source: "C13")],
        .tellOfEnd: [jobcentre(source: "C13")],
        .passOn: [provider([.providerManager], source: "C04")],
        .answerTransfer: [provider([.providerManager], [.offered, .referred, .attached], source: "C04")],
        .recordHandover: [provider(source: "C05, G-144"), jobcentre(source: "C05, G-144")],
        .recordContact: [provider(source: "C05")],
        // Whoever refers somebody tells them of it, until the provider drawn takes the referral on.
        .tellOfHolder: [provider(source: "C04"), jobcentre(source: "G-001")],
        .raiseSafety: [
            jobcentre(jobcentreStaff.union([.safeguardingLead]), source: "K-003, K-016"),
            council(jobcentreStaff.union([.safeguardingLead]), source: "K-003"),
            provider(providerStaff.union([.safeguardingLead]), source: "K-003, K-016"),
        ],
        // Whoever hears it: somebody in work tells whoever helps them there.
        .openUrgent: [
            jobcentre(jobcentreStaff.union([.safeguardingLead]), source: "K-019, G-079"),
            council(jobcentreStaff.union([.safeguardingLead]), source: "K-019, G-079"),
            provider(providerStaff.union([.inWorkOfficer, .safeguardingLead]), source: "K-019, G-079"),
        ],
        .hideSafety: [
            Grant(
                roles: [.safeguardingLead], relations: [.jobcentre, .council, .referred, .attached],
                source: "design §5")
        ],
        .wishForAdviser: [
            oneself, jobcentre(source: "K-003"), council(source: "K-003"), provider(source: "K-003"),
        ],
        .holdSession: [
            Grant(roles: [.providerManager, .teamManager], relations: [.none], source: "C02")
        ],
        .readSessions: [
            Grant(roles: jobcentreStaff.union(providerStaff), relations: [.none], source: "C02")
        ],
        .inviteToSession: [jobcentre(source: "C02")],
        // Whoever holds it, whatever else it is to the person, and whoever keeps the record.
        .recordSession: [
            jobcentre(source: "C02"), council(source: "C02"),
            Grant(
                roles: jobcentreStaff.union(providerStaff),
                relations: [.host, .referred, .attached, .former, .past, .partner], source: "C02"),
        ],
        .declineSession: [oneself],
        .tellOfJoining: [jobcentre(source: "C02")],
        .decideToJoin: [oneself, jobcentre(source: "C02")],
        .readSafety: [Grant(roles: [.safeguardingLead], relations: [.none], source: "K-003")],
        .setOffers: [Grant(roles: [.providerManager, .teamManager], relations: [.none], source: "K-003")],
        // The named officer of a paper file, whoever that is; the office asks whether they are.
        .readPaper: [
            Grant(
                roles: jobcentreStaff.union(providerStaff).union([.safeguardingLead]), relations: [.none],
                source: "K-001, C40")
        ],
        .enterClerical: [
            Grant(
                roles: jobcentreStaff.union(providerStaff).union([.safeguardingLead]), relations: [.none],
                source: "K-001, C40")
        ],
        .bookAppointment: [provider(source: "C05"), jobcentre(source: "C21"), council(source: "C21")],
        .giveNotice: [provider(source: "A-133")],
        .remind: [
            provider(providerStaff.union([.system]), source: "B-014"),
            jobcentre(jobcentreStaff.union([.system]), source: "B-014"),
            council(jobcentreStaff.union([.system]), source: "B-014"),
        ],
        .recordUndelivered: [
            Grant(roles: [.system], relations: [.jobcentre, .council, .referred, .attached], source: "design §4.5")
        ],
        .recordAttendance: [provider(source: "C05"), jobcentre(source: "C21"), council(source: "C21")],
        .recordFirstMeeting: [provider(source: "C05"), jobcentre(source: "C21"), council(source: "C21")],
        .moveAppointment: [provider(source: "C05"), jobcentre(source: "C21"), council(source: "C21")],
        .cancelAppointment: [provider(source: "C05"), jobcentre(source: "C21"), council(source: "C21")],
        .recordMiss: [provider(source: "C05"), jobcentre(source: "C21"), council(source: "C21")],
        .withdrawRecord: [provider(source: "ours"), jobcentre(source: "ours"), council(source: "ours")],
        // Work that runs on the last allotted day goes on counting until its first break, so its hours and its end are
        // still recorded by the provider it counts for.
        .recordJob: [
            provider(providerStaff.union([.inWorkOfficer]), [.attached, .former], source: "C10, C12"),
            council(source: "C10, A-085"),
        ],
        .recordProof: [
            provider(providerStaff.union([.inWorkOfficer]), [.attached, .former], source: "C12"),
            council(source: "C12, A-085"),
        ],
        .assess: assessors,
        .streamCustomer: assessors,
        .sayOfAssessment: [oneself] + assessors,
        .rateBarriers: [oneself] + assessors,
        .seePoint: assessors,
        // A trainer or specialist whom the person chose records what they found, where the person lets them see it.
        .recordSpecialist: assessors + [partner(source: "C06, G-103")],
        .editPlan: [oneself, supporter] + planners,
        .answerPlan: [oneself, supporter] + planners,
        .reviewPlan: planners,
        .bringInPlan: planners,
        .mandateAction: [provider(providerStaff, [.attached], source: "A-133")],
        // Whoever helps a person takes down what they ask; whoever answers for what is kept answers it.
        .askRight: [
            oneself, jobcentre(source: "UK GDPR article 12"), council(source: "UK GDPR article 12"),
            provider(providerStaff, [.attached], source: "UK GDPR article 12"),
            governance(source: "UK GDPR article 12"),
            // For whoever has the machine and its key, who asks for no account.
            Grant(roles: [.system], relations: [.jobcentre, .council], source: "ours"),
        ],
        // What nobody has to read through first is given out by the system at once.
        .answerRight: [
            governance(source: "UK GDPR article 12, K-045"),
            Grant(roles: [.system], relations: [.jobcentre, .council], source: "ours"),
        ],
        .readRequests: [Grant(roles: [.informationGovernanceLead], relations: [.none], source: "K-045")],
        .readCopy: [oneself, governance(source: "UK GDPR article 15")],
        .eraseRecord: [governance(source: "UK GDPR article 17")],
        .mergeRecords: [jobcentre(source: "G-004"), council(source: "G-004")],
        .inviteCustomer: hosts,
        .askForLink: [Grant(roles: [.system], relations: [.jobcentre, .council], source: "ours")],
        .nameSupporter: [oneself] + hosts,
        .confirmAppointment: [oneself, supporter],
        // Whoever is rung before an appointment writes it down.
        .askToMove: [
            oneself, supporter, provider(source: "C05, G-016"), jobcentre(source: "C21, G-016"),
            council(source: "C21, G-016"),
        ],
        .askQuestion: [oneself, supporter] + scribes,
        .answerQuestion: [jobcentre(source: "C43"), council(source: "C43"), provider(source: "C43")],
        .complain: [oneself, supporter] + scribes,
        .answerComplaint: [
            jobcentre([.teamManager], source: "C43"), council(source: "C43"),
            // Whoever had the person goes on answering for what it did.
            provider([.providerManager], [.referred, .attached, .former, .past], source: "C43; after the end, ours"),
        ],
        .setShares: [Grant(roles: [.commissioner], relations: [.none], source: "A-118, B-212")],
        .administer: [Grant(roles: [.administrator], relations: [.none], source: "ours")],
        // What a receiver is told is what its organisation sees; whoever answers for the organisation says where it goes.
        .manageReceivers: [
            Grant(roles: [.administrator, .teamManager, .providerManager], relations: [.none], source: "ours")
        ],
    ]
}

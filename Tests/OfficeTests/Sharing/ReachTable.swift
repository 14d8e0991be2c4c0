import Foundation
import Kernel

@testable import Casework
@testable import Office

/// Who sees which part of a record and does what with which, as `reach.txt` has it: a line for each role in each
/// relation, and for each act it may do there. What has no line is refused.
struct ReachTable {
    /// Somebody's role, and what their organisation is to the case.
    struct Place: Hashable {
        let relation: Relation
        let role: Role
    }

    /// How far a category is open, by the sign after its name.
    enum Opening: String, CaseIterable {
        /// By the sharing matrix, or because the record is their own.
        case always = ""
        /// Where the person agreed, or asked this supporter to help with it.
        case chosen = "?"
        /// Its own entries, and what it keeps to prove what it is paid for; all of it where the person agreed.
        case own = "*"
        /// To whoever meets the person.
        case meeting = "!"
    }

    typealias Openings = [Casework.Category: Opening]

    private(set) var sees: [Place: Openings] = [:]
    private(set) var does: [Place: [Act: Openings]] = [:]

    /// Every place that has a line.
    var places: Set<Place> { Set(sees.keys).union(does.keys) }
}

// MARK: Written

extension ReachTable {
    static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "reach.txt")

    /// The table that was agreed.
    static func agreed() throws -> ReachTable {
        var table = ReachTable()
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
            try table.read(line)
        }
        return table
    }

    private mutating func read(_ line: Substring) throws {
        let parts = line.split(separator: "|").map { String($0).trimmed }
        guard parts.count == 4, let relation = Relation(rawValue: parts[0]), let role = Role(rawValue: parts[1]) else {
            throw JSONFault("reach.txt: “\(line)”")
        }
        var openings: Openings = [:]
        for word in parts[3].split(separator: ",") where String(word).trimmed != "nothing" {
            let name = String(word).trimmed
            let sign = name.last.flatMap { Opening(rawValue: String($0)) }
            guard let category = Casework.Category(rawValue: sign == nil ? name : String(name.dropLast())) else {
                throw JSONFault("reach.txt: no category “\(name)”")
            }
            openings[category] = sign ?? .always
        }
        let place = Place(relation: relation, role: role)
        if parts[2] == "sees" {
            sees[place] = openings
        } else {
            guard let act = Act(rawValue: parts[2]) else { throw JSONFault("reach.txt: no act “\(parts[2])”") }
            does[place, default: [:]][act] = openings
        }
    }

    /// Its lines in the order of the declarations.
    var lines: [String] {
        var lines: [String] = []
        for relation in Relation.allCases {
            for role in Role.allCases {
                let place = Place(relation: relation, role: role)
                let start = "\(relation.rawValue) | \(role.rawValue)"
                if let seen = sees[place] { lines.append("\(start) | sees | \(Self.written(seen))") }
                for act in Act.allCases {
                    guard let openings = does[place]?[act] else { continue }
                    lines.append("\(start) | \(act.rawValue) | \(Self.written(openings))")
                }
            }
        }
        return lines
    }

    private static func written(_ openings: Openings) -> String {
        let words = Casework.Category.allCases.compactMap { category in
            openings[category].map { category.rawValue + $0.rawValue }
        }
        return words.isEmpty ? "nothing" : words.joined(separator: ", ")
    }
}

// MARK: Multiplied out of the rules

extension ReachTable {
    private static let today = CalendarDay(ymd: (2012, 8, 9))

    /// What the powers, the sharing matrix and what each act records amount to.
    init(of matrix: SharingMatrix) {
        for relation in Relation.allCases {
            for role in Role.allCases {
                let place = Place(relation: relation, role: role)
                let openings = Self.openings(at: place, by: matrix)
                for act in Act.allCases where Powers.grant(act, to: role, as: relation) != nil {
                    if act == .readCase { sees[place] = openings }
                    does[place, default: [:]][act] = Self.recorded(by: act, at: place, openings)
                }
            }
        }
    }

    /// What somebody may record by an act: what they see, and what is told by whoever meets it.
    private static func recorded(by act: Act, at place: Place, _ openings: Openings) -> Openings {
        let isFree = place.relation == .none || place.role == .system || act.isToldUnread
        return act.records.reduce(into: [:]) { found, category in
            if isFree {
                found[category] = .always
            } else if let opening = openings[category] {
                found[category] = opening == .own ? .always : opening
            }
        }
    }

    private static func openings(at place: Place, by matrix: SharingMatrix) -> Openings {
        let bare = sight(at: place, by: matrix)
        let chosen = sight(at: place, by: matrix, agreeing: true)
        let meeting = sight(at: place, by: matrix, meets: true)
        return Casework.Category.allCases.reduce(into: [:]) { found, category in
            if bare.sees(category) {
                // A name is no entry of anybody's: whoever sees it sees the one that stands.
                found[category] = bare.isForItsOwn(category) && category != .identity ? .own : .always
            } else if chosen.sees(category) {
                found[category] = .chosen
            } else if meeting.sees(category) {
                found[category] = .meeting
            }
        }
    }

    /// With a consent, an organisation that had no tie to the person, or has none any longer, is a partner.
    private static let consentable: Set<Relation> = [
        .jobcentre, .council, .offered, .referred, .attached, .former, .partner,
    ]

    private static func sight(
        at place: Place, by matrix: SharingMatrix, agreeing: Bool = false, meets: Bool = false
    ) -> Sight {
        Sight(
            role: place.role, relation: place.relation, matrix: matrix,
            consents: agreeing && consentable.contains(place.relation) ? consents : [],
            supporter: SupporterTerms(rights: agreeing ? SupporterRight.allCases : [], until: today), on: today,
            meets: meets)
    }

    /// Everything that somebody can agree to share: a safety notice never goes by consent (K-016), and ethnic group for
    /// equality monitoring alone (K-038).
    private static let consents = [
        consent(to: Casework.Category.allCases.filter { $0 != .safety && $0 != .equality }, for: "support"),
        consent(to: [.equality], for: "equality"),
    ]

    private static func consent(to categories: [Casework.Category], for purpose: String) -> Consent {
        let terms = ConsentTerms(
            recipient: Identifier(high: 1, low: 1), categories: categories, purpose: purpose)
        let id = Identifier<Consent>(high: 0, low: 4)
        let stamp = EventStamp(
            Event<CaseFile>(
                id: Identifier(high: 0, low: 1), subject: Identifier(high: 0, low: 2), sequence: 1,
                occurred: .day(today), recorded: Instant(london: today, hour: 9, minute: 0),
                by: Author(
                    person: Identifier(high: 0, low: 3), organisation: Identifier(high: 1, low: 1), role: .adviser),
                fact: .sharing(.consented(id, terms, until: today, .signed, request: nil))))
        return Consent(id: id, terms: terms, until: today, how: .signed, given: stamp)
    }
}

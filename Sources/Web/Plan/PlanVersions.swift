import Casework
import Kernel
import Office
import Records

/// One agreed version of the plan, with what has become of each copy of it.
struct AgreedVersion: Sendable {
    /// What asks for a version in the address of a sheet, and in that of the API.
    static let asked = "version"

    let version: PlanVersion
    let copies: [Copy]

    struct Copy: Sendable {
        let delivery: PlanDelivery
        /// What has become of the letter; nil for what goes by no letter of ours.
        let letter: OutboxState?

        var isGiven: Bool { letter.map { $0.stage == .sent } ?? true }
        var hasFailed: Bool { letter.map { [.failed, .withheld].contains($0.stage) } ?? false }
    }

    /// Whether the person has got it.
    var isGiven: Bool { copies.contains(where: \.isGiven) }
}

extension OpenedCase {
    /// The versions of the plan that were agreed, the newest first; none where the plan is not for the reader.
    var agreedVersions: [AgreedVersion] {
        guard let plan = seen.plan else { return [] }
        return plan.versions.reversed().map { version in
            AgreedVersion(
                version: version,
                copies: plan.deliveries(of: version).map { .init(delivery: $0, letter: letters[$0.event.id]) })
        }
    }

    /// A version as it stood when it was agreed, as far as the reader sees it: the record without what came to the plan
    /// since.
    /// - Parameter number: as an address has it.
    /// - Returns: nil where there is no such version.
    func agreed(_ number: String) -> (version: PlanVersion, plan: Plan)? {
        guard let version = seen.plan?.versions.first(where: { String($0.number) == number }),
            let last = events.firstIndex(where: { $0.id == version.event.id })
        else { return nil }
        let then = events.enumerated().filter { place, event in
            if case .plan = event.fact { place <= last } else { true }
        }
        return seen.sight.see(CaseFile(id: seen.id, folding: then.map(\.element))).plan.map { (version, $0) }
    }
}

/// The versions that were agreed, each with who agreed and how the customer got it (G-007).
struct PlanVersions: Component {
    let page: PlanPage

    var body: some HTML {
        Section("Agreed versions", id: "versions") {
            let versions = page.opened.agreedVersions
            if versions.isEmpty {
                EmptyState(
                    "No version of the plan is agreed yet.",
                    comes: "Once nothing on it waits for an answer, it stands here with how the customer got it.")
            } else {
                ul { ForEach(versions) { VersionLine(page: page, agreed: $0) } }
            }
        }
    }
}

private struct VersionLine: Component {
    let page: PlanPage
    let agreed: AgreedVersion

    private var version: PlanVersion { agreed.version }

    var body: some HTML {
        li {
            "Version \(version.number), agreed on \(version.event.recorded.day.written) by \(parties). "
            ForEach(agreed.copies) { copy in "\(Self.told(copy)) " }
            if !agreed.isGiven {
                page.isCustomer ? "You have not been given it yet. " : "The customer has not been given it yet. "
            }
            a(.href(SiteURL.planSheet(page.subject, version: version.number).address)) {
                "Read it as it stood"
                span(.class("unseen")) { " (version \(version.number))" }
            }
        }
    }

    private var parties: String {
        let names = version.parties.map(page.name(of:))
        return names.count > 1
            ? "\(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1])" : names.joined()
    }

    private static func told(_ copy: AgreedVersion.Copy) -> String {
        let given = "\(copy.delivery.route.title) on \(copy.delivery.event.recorded.day.written)"
        if copy.hasFailed { return "\(given), but it did not arrive. \(copy.letter?.reason ?? "")" }
        return copy.isGiven ? "\(given)." : "\(given): it is on its way."
    }
}

import Casework
import Hummingbird
import Kernel
import Office
import Records

extension Site {
    /// Finding a customer, and registering one who is not there.
    func addSearch(to router: Router<SiteContext>) {
        router.page(.search, self) { visit in try await visit.searchPage() }
        router.page(.register, self) { visit in try visit.registerPage() }
        router.form(.register, self) { visit, fields in try await visit.register(fields) }
    }
}

extension Visit {
    /// What one box found: by number if it reads as one, by birth date if it reads as a day, else by name.
    fileprivate static func search(_ typed: String) -> IdentityRegister.Search {
        if let number = try? NationalInsuranceNumber(typed) { return .number(number) }
        if let day = try? TypedDay.read(typed) { return .born(day) }
        return .name(typed)
    }

    func searchPage() async throws -> Page {
        let typed = query("q")?.trimmed ?? ""
        let found = typed.isEmpty ? [] : try await office.find(Self.search(typed), as: actor)
        if typed.isEmpty { try Powers.require(.findCustomer, of: actor.role, as: .none) }
        let taking = try await office.takingUp(found.map(\.subject), as: actor)
        let mayRegister = Powers.grant(.registerCustomer, to: actor.role, as: .none) != nil
        return Page("Find a customer", width: .wide) {
            SearchBox(typed: typed)
            if !typed.isEmpty {
                FoundCustomers(typed: typed, found: found, isProvider: !mayRegister, taking: taking)
            }
            if mayRegister {
                Buttons { LinkButton("Register a new customer", to: SiteURL.register.address) }
            }
        }.listing(.search, for: who)
    }
}

private struct SearchBox: Component {
    let typed: String

    var body: some HTML {
        form(.method(.get), .action(SiteURL.Route.search.rawValue), .role("search")) {
            TextField(
                "q", label: "Name, birth date or national insurance number",
                hint: "Rosa Parr, or Parr; 30 6 1974; QQ 12 34 56 C", kind: .search,
                in: FormState(FormFields(["q": typed])))
            Buttons { SubmitButton("Find", .secondary) }
        }
    }
}

private struct FoundCustomers: Component {
    let typed: String
    let found: [IdentityRegister.Entry]
    let isProvider: Bool
    /// Who of them is on record elsewhere, for a reader who may take their record up.
    let taking: TakingUp?

    var body: some HTML {
        if found.isEmpty {
            EmptyState(
                "Nobody here matches “\(typed)”.",
                comes: isProvider
                    ? "You find the people who were referred to your organisation. Try the start of either name."
                    : "Try the start of either name, or the birth date. Then register them.")
        } else {
            DataTable(caption, rows: found, columns: columns)
        }
    }

    private var caption: String {
        switch found.count {
        case 1: "1 customer matches “\(typed)”"
        case ..<20: "\(found.count) customers match “\(typed)”"
        default: "20 at most are shown for “\(typed)”; type more to narrow it"
        }
    }

    private var columns: [Column<IdentityRegister.Entry>] {
        let columns: [Column<IdentityRegister.Entry>] = [
            Column("Name", .heading) { Link($0.name, to: SiteURL.customer($0.subject).address) },
            Column("Born") { $0.born.written },
            Column("Number") { $0.number ?? "None" },
        ]
        guard let taking, !taking.subjects.isEmpty else { return columns }
        return columns + [
            Column("Record") { taking.keeps($0) },
            Column("", .action) { taking.link($0) },
        ]
    }
}

import Casework
import HTTPTypes
import Hummingbird
import Kernel
import Office

/// Visits every form with the specimen record, to find out what it asks of whom. Nothing of the store's is told: a list
/// of its people or places is described without them.
struct SpecimenVisit {
    let site: Site
    let request: Request
    let context: SiteContext

    /// What each form asks; the forms that cannot be shown on the specimen are left out.
    func describe() async -> [DescribedForm: FormDescription] {
        let (visits, items) = (readers.map(visit), items)
        var found: [DescribedForm: FormDescription] = [:]
        for form in CaseForms.all { found[.staff(form.name)] = await describe(form, visits, items) }
        guard let theirs = visits.last.map(own) else { return found }
        for form in OwnForms.all { found[.own(form.name)] = await describe(form, theirs, items) }
        return found
    }

    /// The specimen person themselves, on their own page.
    private func own(_ visit: CaseFormVisit) -> OwnVisit {
        OwnVisit(
            visit: visit.visit, opened: visit.opened,
            visitor: OwnPageVisitor(specimen: SpecimenCase.id, customer: "Specimen Person"))
    }

    private func describe<Form: OwnForm>(
        _ form: Form.Type, _ own: OwnVisit, _ items: [String]
    ) async -> FormDescription? {
        let kinds = Form.name.kinds
        var description: FormDescription?
        for item in Form.hasItem ? (kinds.isEmpty ? items : kinds).map(Optional.some) : [nil] {
            guard let loaded = try? await Form.load(own, item: item) else { continue }
            let one = FormDescription { _ = try loaded.read($0) }
            if description == nil { description = one } else { description?.merge(one.fields) }
            if kinds.isEmpty { break }
        }
        return description
    }

    private func describe<Form: CaseForm>(
        _ form: Form.Type, _ visits: [CaseFormVisit], _ items: [String]
    ) async -> FormDescription? {
        var description: FormDescription?
        var about = Form.hasItem ? (Form.kinds.isEmpty ? items : Form.kinds).map(Optional.some) : [nil]
        for visit in visits {
            for item in about {
                guard
                    let loaded = try? await Form.load(
                        CaseFormVisit(visit: visit.visit, opened: visit.opened, item: item))
                else { continue }
                // What it can be about for one reader it can be about for the others.
                if Form.kinds.isEmpty { about = [item] }
                let one = FormDescription { _ = try loaded.read($0) }
                if description == nil { description = one } else { description?.merge(one.fields) }
                if Form.kinds.isEmpty { break }
            }
        }
        return description
    }

    private var readers: [(author: Author, relation: Relation)] {
        func reader(
            _ role: Role, _ organisation: Identifier<Organisation>, _ relation: Relation
        ) -> (Author, Relation) {
            (Author(person: SpecimenCase.person, organisation: organisation, role: role), relation)
        }
        return [
            reader(.providerAdviser, SpecimenCase.provider, .attached),
            reader(.adviser, SpecimenCase.jobcentre, .jobcentre),
            // The person themselves stands last.
            reader(.customer, SpecimenCase.jobcentre, .oneself),
        ]
    }

    private func visit(_ reader: (author: Author, relation: Relation)) -> CaseFormVisit {
        let file = CaseFile(id: SpecimenCase.id, folding: SpecimenCase.events)
        let day = file.touched.values.map(\.recorded.day).max() ?? site.office.clock.today
        // Every category, so that no field is left out.
        let sight = Sight(role: reader.author.role, relation: .oneself, matrix: site.office.sharing, on: day)
        let opened = OpenedCase(
            specimen: sight.see(file), relation: reader.relation, events: SpecimenCase.events, on: day,
            programmes: site.office.programmes, rules: site.office.tools.rules)
        let sent = Request(
            head: HTTPRequest(method: .post, scheme: nil, authority: nil, path: request.uri.path), body: request.body)
        let who = SignedIn(author: reader.author, name: "Specimen", organisation: "Specimen", positions: [])
        return CaseFormVisit(
            visit: Visit(site: site, request: sent, context: context, who: who, session: ""), opened: opened,
            item: nil)
    }

    /// Whatever an address may name: everything in the specimen that has a reference or a code, and what ships.
    private var items: [String] {
        var found: [String] = []
        for event in SpecimenCase.events { found += [event.id.description] + event.fact.clear.strings }
        found += site.office.programmes.keys.sorted() + site.office.tools.barriers.suggestions.map(\.code)
        var seen = Set<String>()
        return found.filter { seen.insert($0).inserted }
    }
}

extension JSON {
    /// Every text in it.
    fileprivate var strings: [String] {
        switch self {
        case .string(let text): [text]
        case .array(let values): values.flatMap(\.strings)
        case .object(let members): members.flatMap(\.value.strings)
        default: []
        }
    }
}

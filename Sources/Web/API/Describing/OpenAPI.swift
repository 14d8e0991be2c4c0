import HTTPTypes
import Kernel

/// The description of the API (OpenAPI 3.1.1), made from the operations that its routes are made from.
enum OpenAPI {
    /// - Parameter forms: what each form asks.
    static func document(_ operations: [Operation], forms: [DescribedForm: FormDescription]) -> JSON {
        var paths: [(path: String, methods: [JSON.Member])] = []
        var components = Problem.type.components
        for operation in operations {
            components.merge(operation.components) { first, _ in first }
            let member = JSON.Member(operation.method.rawValue.lowercased(), operation.description(forms))
            if let found = paths.firstIndex(where: { $0.path == operation.path }) {
                paths[found].methods.append(member)
            } else {
                paths.append((operation.path, [member]))
            }
        }
        return [
            "openapi": "3.1.1",
            "info": [
                "title": "Throughline", "version": "1",
                "summary": "One customer, one adviser, one plan: the same doors as the pages, for programs.",
                "description":
                    "How to get a token and to begin: /api, and docs/api.md. Every refusal says in `detail` what is wrong and what to do next; `code` never changes.",
                "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
            ],
            "servers": [["url": .string(APIPath.root)]],
            "security": [["token": []]],
            "tags": .array(
                operations.map(\.section).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }.map {
                    ["name": .string($0)]
                }),
            "paths": .object(paths.map { JSON.Member($0.path, .object($0.methods)) }),
            "webhooks": ["event": ["post": webhook]],
            "components": [
                "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
                "schemas": .object(components.sorted { $0.key < $1.key }.map { JSON.Member($0.key, $0.value) }),
            ],
        ]
    }
}

extension OpenAPI {
    /// The call that tells a receiver of an event.
    private static var webhook: JSON {
        let text: JSON = ["type": "string"]
        let reference: JSON = ["type": "string", "format": "uuid"]
        return [
            "summary": "Something was recorded that your organisation sees",
            "description":
                "Throughline-Signature is v1= and the hexadecimal HMAC-SHA-256, under the receiver's secret, of Throughline-Timestamp, a dot and the body. Answer 2xx to take it; it is tried again after 1, 5, 15, 60 and 240 minutes, with the same Throughline-Delivery, and then given up.",
            "requestBody": [
                "required": true,
                "content": [
                    "application/json": [
                        "schema": [
                            "type": "object",
                            "properties": [
                                "id": text, "event": reference, "kind": text, "case": reference,
                                "sequence": ["type": "integer"], "category": text,
                                "day": ["type": "string", "format": "date"],
                                "recorded": ["type": "string", "format": "date-time"], "by": reference,
                            ],
                            "required": [
                                "id", "event", "kind", "case", "sequence", "category", "day", "recorded", "by",
                            ],
                        ]
                    ]
                ],
            ],
            "responses": ["2XX": ["description": "Taken."]],
        ]
    }
}

extension Operation {
    fileprivate var components: [String: JSON] {
        ([answers, takes].compactMap { $0 } + parameters.map(\.type)).reduce(into: [:]) {
            $0.merge($1.components) { first, _ in first }
        }
    }

    fileprivate func description(_ forms: [DescribedForm: FormDescription]) -> JSON {
        let takes = form.map { SchemaType(json: forms[$0]?.schema ?? ["type": "object"]) } ?? takes
        let known = parameters.map(\.description)
        return .fields([
            "operationId": .string(id), "summary": .string(summary), "description": about.map { .string($0) },
            "tags": [.string(section)], "parameters": known.isEmpty ? nil : .array(known),
            "requestBody": takes.map { type in
                ["required": true, "content": ["application/json": ["schema": type.json]]]
            }, "responses": responses, "security": enter == nil ? nil : .array([]),
        ])
    }

    /// Statuses of the problems that it may answer with, in order.
    var problemStatuses: [HTTPResponse.Status] {
        var found: [HTTPResponse.Status] = [.forbidden, .unprocessableContent, .tooManyRequests]
        if enter == nil { found.append(.unauthorized) }
        found += [.internalServerError, .serviceUnavailable] + problems
        if takes != nil || form != nil { found += [.badRequest, .contentTooLarge, .unsupportedMediaType] }
        return Array(Set(found)).sorted { $0.code < $1.code }
    }

    private var responses: JSON {
        let answer = JSON.Member(
            String(status.code),
            ["description": .string(summary), "content": .object([JSON.Member(media, ["schema": answers.json])])])
        let problems = problemStatuses.map { status in
            JSON.Member(
                String(status.code),
                [
                    "description": .string(ErrorPage.titles[status.code] ?? status.reasonPhrase),
                    "content": ["application/problem+json": ["schema": Problem.type.json]],
                ])
        }
        return .object([answer] + problems)
    }
}

extension Operation.Parameter {
    fileprivate var description: JSON {
        [
            "name": .string(name), "in": .string(place.rawValue), "required": .bool(required),
            "description": .string(about), "schema": type.json,
        ]
    }
}

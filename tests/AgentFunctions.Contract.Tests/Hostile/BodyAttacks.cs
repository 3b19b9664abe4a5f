using System.Text;
using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Hostile;

/// <summary>Bodies that are not the JSON of docs/wire.md.</summary>
internal static class BodyAttacks
{
    private static readonly Expected NotJson = new Expected.Problem(400, "invalid_json");
    private static readonly Expected NotARequest = new Expected.Problem(400, "invalid_request");

    public static IEnumerable<Attack> All =>
    [
        new("body: none at all", victim => victim.Ask("") with { Body = null, ContentType = null }, new Expected.Problem(415, "unsupported_media_type")),
        new("body: empty", victim => victim.Ask(""), NotJson),
        new("body: white space", victim => victim.Ask(" \r\n\t "), NotJson),
        new("body: truncated by one byte", victim => victim.Ask(victim.Question[..^1]), NotJson),
        new("body: truncated in the middle", victim => victim.Ask(victim.Question[..(victim.Question.Length / 2)]), NotJson),
        new("body: one brace", victim => victim.Ask("{"), NotJson),
        new("body: two documents", victim => victim.Ask(victim.Question + victim.Question), NotJson),
        new("body: text after the document", victim => victim.Ask(victim.Question + " x"), NotJson),
        new("body: a NUL after the document", victim => victim.Ask(victim.Question + "\0"), NotJson),
        new("body: a NUL before the document", victim => victim.Ask("\0" + victim.Question), NotJson),
        new("body: null", victim => victim.Ask("null"), NotARequest),
        new("body: a text", victim => victim.Ask("\"subject\""), NotARequest),
        new("body: a number", victim => victim.Ask("1"), NotARequest),
        new("body: true", victim => victim.Ask("true"), NotARequest),
        new("body: an array", victim => victim.Ask($"[{victim.Question}]"), NotARequest),
        new("body: an empty object", victim => victim.Ask("{}"), NotARequest),
        new("body: a form", victim => victim.Ask("subject=user&action=read"), NotJson),
        new("body: xml", victim => victim.Ask("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"), NotJson),
        new("body: single quotes", victim => victim.Ask(victim.Question.Replace('"', '\'')), NotJson),
        new("body: a comment", victim => victim.Ask("/* */" + victim.Question), NotJson),
        new("body: a trailing comma", victim => victim.Ask(victim.Question[..^1] + ",}"), NotJson),
        new("body: NaN", victim => victim.AskWith("context", """{"x":NaN}"""), NotJson),
        new("body: Infinity", victim => victim.AskWith("context", """{"x":Infinity}"""), NotJson),
        new("body: hexadecimal number", victim => victim.AskWith("context", """{"x":0x10}"""), NotJson),
        new("body: leading zero", victim => victim.AskWith("context", """{"x":01}"""), NotJson),
        new("body: plus sign", victim => victim.AskWith("context", """{"x":+1}"""), NotJson),
        new("body: number beyond a double", victim => victim.AskWith("context", """{"x":1e400}"""), NotJson),
        new("body: negative number beyond a double", victim => victim.AskWith("context", """{"x":-1e400}"""), NotJson),
        new("body: integer that a double does not hold", victim => victim.AskWith("context", """{"x":9007199254740993}"""), NotJson),
        new("body: number of 1,000 digits", victim => victim.AskWith("context", $$"""{"x":{{new string('9', 1_000)}}}"""), NotJson),
        new("body: byte order mark", victim => victim.Ask([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(victim.Question)]), NotJson),
        new("body: utf-16", victim => victim.Ask(Encoding.Unicode.GetBytes(victim.Question)), NotJson),
        new("body: utf-32", victim => victim.Ask(Encoding.UTF32.GetBytes(victim.Question)), NotJson),
        new("body: latin-1", victim => victim.Ask(Encoding.Latin1.GetBytes(victim.With("context", """{"x":"ü"}"""))), NotJson),
        new("body: overlong utf-8", victim => victim.Ask(Spliced(victim, 0xC0, 0xAF)), NotJson),
        new("body: surrogate in utf-8", victim => victim.Ask(Spliced(victim, 0xED, 0xA0, 0x80)), NotJson),
        new("body: utf-8 cut short", victim => victim.Ask(Spliced(victim, 0xE2, 0x82)), NotJson),
        new("body: code point beyond unicode", victim => victim.Ask(Spliced(victim, 0xF4, 0x90, 0x80, 0x80)), NotJson),
        new("body: lone high surrogate", victim => victim.AskWith("context", """{"x":"\ud800"}"""), NotJson),
        new("body: lone low surrogate", victim => victim.AskWith("context", """{"x":"\udc00"}"""), NotJson),
        new("body: swapped surrogates", victim => victim.AskWith("context", """{"x":"\udc00\ud800"}"""), NotJson),
        new("body: lone surrogate in a name", victim => victim.AskWith("context", """{"\ud800":1}"""), NotJson),
        new("body: lone surrogate in what is ignored", victim => victim.AskWith("unknown", """ "\ud800" """), NotJson),
        new("body: raw control character in a text", victim => victim.AskWith("context", "{\"x\":\"a\u0001b\"}"), NotJson),
        new("body: raw NUL in a text", victim => victim.AskWith("context", "{\"x\":\"a\0b\"}"), NotJson),
        new("body: unknown escape", victim => victim.AskWith("context", """{"x":"\x41"}"""), NotJson),
        new("body: short unicode escape", victim => victim.AskWith("context", """{"x":"\u12"}"""), NotJson),
        new("body: 33 levels", victim => victim.AskWith("context", Nested("{\"x\":", "1", "}", 32)), NotJson),
        new("body: 10,000 levels of objects", victim => victim.AskWith("context", Nested("{\"x\":", "1", "}", 10_000)), NotJson),
        new("body: 10,000 levels of arrays", victim => victim.AskWith("context", $$"""{"x":{{Nested("[", "", "]", 10_000)}}}"""), NotJson),
        new("body: 100,000 open brackets", victim => victim.Ask(new string('[', 100_000)), NotJson),
        new("body: 300 KiB", victim => victim.AskWith("context", $$"""{"x":"{{new string('x', 300 << 10)}}"}"""), new Expected.Problem(413, "body_too_large")),
        new("body: 10 MiB", victim => victim.AskWith("context", $$"""{"x":"{{new string('x', 10 << 20)}}"}""").With("Expect", "100-continue"), new Expected.Problem(413, "body_too_large")),
        new("body: 10 MiB of nothing known", victim => victim.Ask(new byte[10 << 20]).With("Expect", "100-continue"), new Expected.Problem(413, "body_too_large")),
        new("body: more to record than an entry takes", victim => victim.AskWith("context", $$"""{"x":"{{new string('x', 40 << 10)}}"}"""), new Expected.Problem(413, "body_too_large")),
        new("body: 200 KiB of arguments are hashed and not kept", victim => victim.AskWith("action/properties", $$"""{"arguments":{"x":"{{new string('x', 200 << 10)}}"} }"""), new Expected.Allowed()),
        new("body: 10,000 members", victim => victim.AskWith("action/properties", $"{{\"arguments\":{{{string.Join(',', Enumerable.Range(0, 10_000).Select(n => $"\"m{n}\":1"))}}}}}"), new Expected.Allowed()),
        .. Repeated,
    ];

    private static IEnumerable<Attack> Repeated =>
    [
        Twice("subject", "unknown", """1,"subject":{"type":"user","id":"x"}"""),
        Twice("subject, escaped", "unknown", """1,"subj\u0065ct":{"type":"user","id":"x"}"""),
        Twice("action", "unknown", """1,"action":{"name":"read"}"""),
        Twice("resource", "unknown", """1,"resource":{"type":"a","id":"b"}"""),
        Twice("context", "context", """{},"context":{}"""),
        Twice("subject.id", "subject/unknown", """1,"id":"x" """),
        Twice("subject.type", "subject/unknown", """1,"type":"user" """),
        Twice("act", "subject/properties/unknown", """1,"act":{"sub":"x"}"""),
        Twice("act.sub", "subject/properties/act/unknown", """1,"sub":"x" """),
        Twice("action.name", "action/unknown", """1,"name":"read" """),
        Twice("resource.id", "resource/unknown", """1,"id":"x" """),
        Twice("an argument", "action/properties", """{"arguments":{"a":1,"a":2}}"""),
        Twice("what is ignored", "unknown", """{"a":1,"a":2}"""),
        Twice("what is ignored, ten levels down", "unknown", """[[[[[[[[[{"a":1,"b":{},"a":1}]]]]]]]]]"""),
        Twice("an empty name", "context", """{"":1,"":2}"""),
    ];

    private static Attack Twice(string what, string path, string json) => new($"twice: {what}", victim => victim.AskWith(path, json), NotJson);

    // The question with raw bytes inside a text.
    private static byte[] Spliced(Victim victim, params byte[] raw)
    {
        var parts = victim.With("context", """{"x":"-there-"}""").Split("-there-");
        return [.. Encoding.UTF8.GetBytes(parts[0]), .. raw, .. Encoding.UTF8.GetBytes(parts[1])];
    }

    private static string Nested(string open, string inside, string close, int levels) =>
        new StringBuilder().Insert(0, open, levels).Append(inside).Insert(open.Length * levels + inside.Length, close, levels).ToString();
}

using System.Globalization;
using System.Text;
using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Raw;

/// <summary>Reads HTTP/1.1 answers, one after the other, as RFC 9112 section 6 delimits them.</summary>
internal static class RawAnswers
{
    /// <param name="text">Each character is one byte. What is no HTTP/1 is no answer.</param>
    public static IReadOnlyList<Answer> Parse(string text)
    {
        var answers = new List<Answer>();
        while (text.StartsWith("HTTP/1.", StringComparison.Ordinal))
        {
            var (head, rest) = Cut(text, "\r\n\r\n");
            var lines = head.Split("\r\n");
            var status = int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture);
            var headers = lines[1..].Select(line => Cut(line, ":")).GroupBy(pair => pair.Before, pair => pair.After.Trim(), StringComparer.OrdinalIgnoreCase)
                .ToDictionary(header => header.Key, header => string.Join(", ", header), StringComparer.OrdinalIgnoreCase);

            // Below 200 it is not yet the answer: 100 Continue.
            (var body, text) = status < 200 ? ("", rest) : BodyOf(headers, rest);
            if (status >= 200) answers.Add(new Answer(status, headers, Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(body))));
        }

        return answers;
    }

    private static (string Body, string After) BodyOf(Dictionary<string, string> headers, string text)
    {
        if (headers.TryGetValue("Transfer-Encoding", out var coding) && coding.Equals("chunked", StringComparison.OrdinalIgnoreCase)) return Chunks(text);
        if (!headers.TryGetValue("Content-Length", out var length)) return (text, "");
        var end = Math.Min(text.Length, int.Parse(length, CultureInfo.InvariantCulture));
        return (text[..end], text[end..]);
    }

    private static (string Body, string After) Chunks(string text)
    {
        var body = new StringBuilder();
        while (true)
        {
            var (size, rest) = Cut(text, "\r\n");
            var length = int.Parse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            if (length == 0) return (body.ToString(), Cut(rest, "\r\n").After);
            body.Append(rest, 0, length);
            text = rest[(length + 2)..];
        }
    }

    private static (string Before, string After) Cut(string text, string mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at], text[(at + mark.Length)..]);
    }
}

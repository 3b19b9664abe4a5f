using System.Text.Json;

namespace AgentFunctions.LocalRuntime.Hosting;

/// <summary>local.settings.json: the settings of an app on a developer's machine.</summary>
/// <param name="Values">Become environment variables where none of that name is set.</param>
/// <param name="LocalHttpPort">Port to listen on when nothing else says one.</param>
internal sealed record LocalSettings(IReadOnlyDictionary<string, string> Values, int? LocalHttpPort)
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static readonly LocalSettings None = new(new Dictionary<string, string>(), LocalHttpPort: null);

    public static LocalSettings Read(string directory)
    {
        var path = Path.Combine(directory, "local.settings.json");
        if (!File.Exists(path))
        {
            return None;
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path), Lenient);
            var root = json.RootElement;
            if (root.TryGetProperty("IsEncrypted", out var encrypted) && encrypted.GetBoolean())
            {
                throw new StartRefusedException($"`{path}` is encrypted; `func settings decrypt` makes it readable");
            }

            var values = root.TryGetProperty(nameof(Values), out var members)
                ? members.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.ToString())
                : [];
            int? port = root.TryGetProperty("Host", out var host) && host.TryGetProperty(nameof(LocalHttpPort), out var local) ? local.GetInt32() : null;
            return new LocalSettings(values, port);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException and not StartRefusedException)
        {
            throw new StartRefusedException($"`{path}` cannot be read: {exception.Message}");
        }
    }

    /// <summary>As `func start` does: what the environment already says stays.</summary>
    public void AddToEnvironment()
    {
        foreach (var (name, value) in Values)
        {
            if (Environment.GetEnvironmentVariable(name) is null)
            {
                Environment.SetEnvironmentVariable(name, value);
            }
        }
    }
}

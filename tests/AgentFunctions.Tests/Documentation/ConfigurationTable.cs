using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AgentFunctions.Hosting;

namespace AgentFunctions.Tests.Documentation;

/// <summary>Every setting of the app, from the options classes and what their documentation says.</summary>
internal static partial class ConfigurationTable
{
    public static string Print()
    {
        var documentation = XDocument.Load(Path.ChangeExtension(typeof(HostingOptions).Assembly.Location, ".xml"))
            .Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, member => Flatten(member.Element("summary"))); // The compiler names every member.
        var rows = typeof(HostingOptions).Assembly.GetTypes()
            .Where(type => type.GetField("Section", BindingFlags.Public | BindingFlags.Static) is { IsLiteral: true })
            .SelectMany(type => RowsOf(type, (string)type.GetField("Section")!.GetRawConstantValue()!, documentation)) // Filtered on it.
            .Order(StringComparer.Ordinal);
        return $"| setting | default | meaning |\n|---|---|---|\n{string.Join('\n', rows)}\n";
    }

    private static IEnumerable<string> RowsOf(Type type, string path, Dictionary<string, string> documentation)
    {
        var defaults = Activator.CreateInstance(type);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            var name = $"{path}__{property.Name}";
            if (ElementOf(property.PropertyType) is { } element && !IsScalar(element))
            {
                foreach (var row in RowsOf(element, $"{name}__0", documentation))
                {
                    yield return row;
                }
            }
            else if (!IsScalar(property.PropertyType) && ElementOf(property.PropertyType) is null)
            {
                foreach (var row in RowsOf(property.PropertyType, name, documentation))
                {
                    yield return row;
                }
            }
            else
            {
                var meaning = documentation.GetValueOrDefault($"P:{type.FullName}.{property.Name}", string.Empty);
                yield return $"| `{name}{(ElementOf(property.PropertyType) is null ? string.Empty : "__0")}` | {DefaultOf(property, defaults)} | {meaning} |";
            }
        }
    }

    private static Type? ElementOf(Type type) =>
        type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)) ? type.GetGenericArguments().SingleOrDefault() : null;

    private static bool IsScalar(Type type) => type == typeof(string) || type.IsPrimitive || type == typeof(Uri) || type.IsEnum;

    private static string DefaultOf(PropertyInfo property, object? defaults) => property.GetValue(defaults) switch
    {
        null or "" when property.GetCustomAttribute<RequiredAttribute>() is not null => "required",
        null or "" => "",
        IEnumerable and not string => "",
        var value => $"`{Convert.ToString(value, CultureInfo.InvariantCulture)}`",
    };

    private static string Flatten(XElement? summary)
    {
        if (summary is null)
        {
            return string.Empty;
        }

        foreach (var reference in summary.Descendants().Where(element => element.Attribute("cref") is not null).ToList())
        {
            reference.ReplaceWith(reference.Attribute("cref")!.Value.Split('.')[^1]); // Filtered on it.
        }

        return Spaces().Replace(summary.Value, " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}

using System.Text.Json;
using AgentFunctions.Hosting;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AgentFunctions.Tests.Hosting;

public sealed class StrictJsonTests
{
    [Theory]
    [InlineData("""{"display_name":"a","display_name":"b"}""")]
    [InlineData("""{"display_name":"a","counts":{"x":1,"x":2}}""")]
    [InlineData("""{"display_name":"a","amount":"1"}""")]
    [InlineData("""{"display_name":"a",}""")]
    [InlineData("""{"display_name":null}""")]
    [InlineData("{}")]
    public void The_hosts_options_are_as_strict_as_ours(string body)
    {
        var host = new ServiceCollection().AddHosting().BuildServiceProvider().GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;

        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<ProbeBody>(body, host));
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize(body, ProbeJson.Strict.ProbeBody));
    }

    [Fact]
    public void Members_are_written_in_snake_case_and_nothing_is_not_written() =>
        JsonSerializer.Serialize(new ProbeBody { DisplayName = "a" }, ProbeJson.Strict.ProbeBody)
            .ShouldBe("""{"display_name":"a","amount":0,"counts":{}}""");
}

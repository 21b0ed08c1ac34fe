package main

// The packages whose descriptors are read, and the files whose closure is written. To use a further
// part of the API, add its package and its files here and run the program again.
import (
	_ "github.com/envoyproxy/go-control-plane/envoy/config/accesslog/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/config/bootstrap/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/config/cluster/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/config/endpoint/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/data/accesslog/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/access_loggers/file/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/access_loggers/grpc/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/access_loggers/stream/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/content_parsers/json/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/buffer/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/composite/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/credential_injector/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/header_mutation/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/json_to_metadata/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/lua/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/router/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/sse_to_metadata/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/upstream_codec/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/http_connection_manager/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/http/early_header_mutation/header_mutation/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/http/injected_credentials/generic/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/load_balancing_policies/least_request/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/load_balancing_policies/round_robin/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/resource_monitors/downstream_connections/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/resource_monitors/fixed_heap/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/retry/host/previous_hosts/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/retry/priority/previous_priorities/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/transport_sockets/raw_buffer/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/transport_sockets/tls/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/upstreams/http/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/service/accesslog/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/service/cluster/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/service/discovery/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/service/endpoint/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/service/extension/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/service/listener/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/service/load_stats/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/service/route/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/service/runtime/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/service/secret/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/service/status/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/type/matcher/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/type/v3"
)

var roots = []string{
	"envoy/config/accesslog/v3/accesslog.proto",
	"envoy/config/bootstrap/v3/bootstrap.proto",
	"envoy/config/cluster/v3/circuit_breaker.proto",
	"envoy/config/cluster/v3/cluster.proto",
	"envoy/config/cluster/v3/filter.proto",
	"envoy/config/cluster/v3/outlier_detection.proto",
	"envoy/config/core/v3/address.proto",
	"envoy/config/core/v3/backoff.proto",
	"envoy/config/core/v3/base.proto",
	"envoy/config/core/v3/cel.proto",
	"envoy/config/core/v3/config_source.proto",
	"envoy/config/core/v3/event_service_config.proto",
	"envoy/config/core/v3/extension.proto",
	"envoy/config/core/v3/grpc_method_list.proto",
	"envoy/config/core/v3/grpc_service.proto",
	"envoy/config/core/v3/health_check.proto",
	"envoy/config/core/v3/http_service.proto",
	"envoy/config/core/v3/http_uri.proto",
	"envoy/config/core/v3/protocol.proto",
	"envoy/config/core/v3/proxy_protocol.proto",
	"envoy/config/core/v3/resolver.proto",
	"envoy/config/core/v3/socket_cmsg_headers.proto",
	"envoy/config/core/v3/socket_option.proto",
	"envoy/config/core/v3/substitution_format_string.proto",
	"envoy/config/core/v3/udp_socket_config.proto",
	"envoy/config/endpoint/v3/endpoint.proto",
	"envoy/config/endpoint/v3/endpoint_components.proto",
	"envoy/config/endpoint/v3/load_report.proto",
	"envoy/config/listener/v3/api_listener.proto",
	"envoy/config/listener/v3/listener.proto",
	"envoy/config/listener/v3/listener_components.proto",
	"envoy/config/listener/v3/quic_config.proto",
	"envoy/config/listener/v3/udp_listener_config.proto",
	"envoy/config/route/v3/route.proto",
	"envoy/config/route/v3/route_components.proto",
	"envoy/config/route/v3/scoped_route.proto",
	"envoy/data/accesslog/v3/accesslog.proto",
	"envoy/extensions/access_loggers/file/v3/file.proto",
	"envoy/extensions/access_loggers/grpc/v3/als.proto",
	"envoy/extensions/access_loggers/stream/v3/stream.proto",
	"envoy/extensions/content_parsers/json/v3/json_content_parser.proto",
	"envoy/extensions/filters/http/buffer/v3/buffer.proto",
	"envoy/extensions/filters/http/composite/v3/composite.proto",
	"envoy/extensions/filters/http/credential_injector/v3/credential_injector.proto",
	"envoy/extensions/filters/http/header_mutation/v3/header_mutation.proto",
	"envoy/extensions/filters/http/json_to_metadata/v3/json_to_metadata.proto",
	"envoy/extensions/filters/http/lua/v3/lua.proto",
	"envoy/extensions/filters/http/router/v3/router.proto",
	"envoy/extensions/filters/http/sse_to_metadata/v3/sse_to_metadata.proto",
	"envoy/extensions/filters/http/upstream_codec/v3/upstream_codec.proto",
	"envoy/extensions/filters/network/http_connection_manager/v3/http_connection_manager.proto",
	"envoy/extensions/http/early_header_mutation/header_mutation/v3/header_mutation.proto",
	"envoy/extensions/http/injected_credentials/generic/v3/generic.proto",
	"envoy/extensions/load_balancing_policies/least_request/v3/least_request.proto",
	"envoy/extensions/load_balancing_policies/round_robin/v3/round_robin.proto",
	"envoy/extensions/resource_monitors/downstream_connections/v3/downstream_connections.proto",
	"envoy/extensions/resource_monitors/fixed_heap/v3/fixed_heap.proto",
	"envoy/extensions/retry/host/previous_hosts/v3/previous_hosts.proto",
	"envoy/extensions/retry/priority/previous_priorities/v3/previous_priorities_config.proto",
	"envoy/extensions/transport_sockets/raw_buffer/v3/raw_buffer.proto",
	"envoy/extensions/transport_sockets/tls/v3/cert.proto",
	"envoy/extensions/transport_sockets/tls/v3/common.proto",
	"envoy/extensions/transport_sockets/tls/v3/secret.proto",
	"envoy/extensions/transport_sockets/tls/v3/tls.proto",
	"envoy/extensions/transport_sockets/tls/v3/tls_spiffe_validator_config.proto",
	"envoy/extensions/upstreams/http/v3/http_protocol_options.proto",
	"envoy/service/accesslog/v3/als.proto",
	"envoy/service/cluster/v3/cds.proto",
	"envoy/service/discovery/v3/ads.proto",
	"envoy/service/discovery/v3/discovery.proto",
	"envoy/service/endpoint/v3/eds.proto",
	"envoy/service/endpoint/v3/leds.proto",
	"envoy/service/extension/v3/config_discovery.proto",
	"envoy/service/listener/v3/lds.proto",
	"envoy/service/load_stats/v3/lrs.proto",
	"envoy/service/route/v3/rds.proto",
	"envoy/service/route/v3/srds.proto",
	"envoy/service/runtime/v3/rtds.proto",
	"envoy/service/secret/v3/sds.proto",
	"envoy/service/status/v3/csds.proto",
	"envoy/type/matcher/v3/address.proto",
	"envoy/type/matcher/v3/filter_state.proto",
	"envoy/type/matcher/v3/http_inputs.proto",
	"envoy/type/matcher/v3/metadata.proto",
	"envoy/type/matcher/v3/node.proto",
	"envoy/type/matcher/v3/number.proto",
	"envoy/type/matcher/v3/path.proto",
	"envoy/type/matcher/v3/regex.proto",
	"envoy/type/matcher/v3/status_code_input.proto",
	"envoy/type/matcher/v3/string.proto",
	"envoy/type/matcher/v3/struct.proto",
	"envoy/type/matcher/v3/value.proto",
	"envoy/type/v3/hash_policy.proto",
	"envoy/type/v3/http.proto",
	"envoy/type/v3/http_status.proto",
	"envoy/type/v3/percent.proto",
	"envoy/type/v3/range.proto",
	"envoy/type/v3/ratelimit_strategy.proto",
	"envoy/type/v3/ratelimit_unit.proto",
	"envoy/type/v3/scope.proto",
	"envoy/type/v3/semantic_version.proto",
	"envoy/type/v3/token_bucket.proto",
}

// The peer: go-control-plane in its best variant, a mux of linear caches, under the same commands as our
// own server (server-ours.ts): one JSON object a line on standard input, one for each on standard output.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"net"
	"os"
	"time"

	clusterv3 "github.com/envoyproxy/go-control-plane/envoy/config/cluster/v3"
	corev3 "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	endpointv3 "github.com/envoyproxy/go-control-plane/envoy/config/endpoint/v3"
	discoveryv3 "github.com/envoyproxy/go-control-plane/envoy/service/discovery/v3"
	"github.com/envoyproxy/go-control-plane/pkg/cache/types"
	cachev3 "github.com/envoyproxy/go-control-plane/pkg/cache/v3"
	resourcev3 "github.com/envoyproxy/go-control-plane/pkg/resource/v3"
	serverv3 "github.com/envoyproxy/go-control-plane/pkg/server/v3"
	"golang.org/x/sys/unix"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

const endpointsPerPool = 10

type command struct {
	Op     string `json:"op"`
	Pools  int    `json:"pools"`
	Pool   int    `json:"pool"`
	Weight uint32 `json:"weight"`
}

func main() {
	clusters := cachev3.NewLinearCache(resourcev3.ClusterType)
	endpoints := cachev3.NewLinearCache(resourcev3.EndpointType)
	mux := &cachev3.MuxCache{
		Classify:      func(r *cachev3.Request) string { return r.GetTypeUrl() },
		ClassifyDelta: func(r *cachev3.DeltaRequest) string { return r.GetTypeUrl() },
		Caches:        map[string]cachev3.Cache{resourcev3.ClusterType: clusters, resourcev3.EndpointType: endpoints},
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	server := grpc.NewServer(grpc.MaxRecvMsgSize(64<<20), grpc.MaxSendMsgSize(math.MaxInt32))
	discoveryv3.RegisterAggregatedDiscoveryServiceServer(server, serverv3.NewServer(context.Background(), mux, nil))
	go func() { check(server.Serve(listener)) }()
	answer(map[string]any{"port": listener.Addr().(*net.TCPAddr).Port})

	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var c command
		check(json.Unmarshal(lines.Bytes(), &c))
		switch c.Op {
		case "load":
			allClusters, allEndpoints := map[string]types.Resource{}, map[string]types.Resource{}
			for pool := 0; pool < c.Pools; pool++ {
				allClusters[name(pool)] = cluster(pool)
				allEndpoints[name(pool)] = loadAssignment(pool, 1)
			}
			clusters.SetResources(allClusters)
			endpoints.SetResources(allEndpoints)
			answer(map[string]any{"ok": true})
		case "change":
			assignment := loadAssignment(c.Pool, c.Weight)
			at := monotonic()
			check(endpoints.UpdateResource(name(c.Pool), assignment))
			answer(map[string]any{"ok": true, "atNs": fmt.Sprint(at)})
		case "stats":
			answer(map[string]any{"longestTurnMs": nil})
		}
	}
}

func name(pool int) string { return fmt.Sprintf("pool-%05d", pool) }

func cluster(pool int) *clusterv3.Cluster {
	ads := &corev3.ConfigSource{
		ResourceApiVersion:    corev3.ApiVersion_V3,
		ConfigSourceSpecifier: &corev3.ConfigSource_Ads{Ads: &corev3.AggregatedConfigSource{}},
	}
	return &clusterv3.Cluster{
		Name:                 name(pool),
		ClusterDiscoveryType: &clusterv3.Cluster_Type{Type: clusterv3.Cluster_EDS},
		EdsClusterConfig:     &clusterv3.Cluster_EdsClusterConfig{EdsConfig: ads},
	}
}

func loadAssignment(pool int, weight uint32) *endpointv3.ClusterLoadAssignment {
	lb := make([]*endpointv3.LbEndpoint, 0, endpointsPerPool)
	for i := 0; i < endpointsPerPool; i++ {
		socket := &corev3.SocketAddress{
			Address:       fmt.Sprintf("10.0.%d.%d", pool%250, i+1),
			PortSpecifier: &corev3.SocketAddress_PortValue{PortValue: 8080},
		}
		lb = append(lb, &endpointv3.LbEndpoint{
			HostIdentifier: &endpointv3.LbEndpoint_Endpoint{Endpoint: &endpointv3.Endpoint{
				Address: &corev3.Address{Address: &corev3.Address_SocketAddress{SocketAddress: socket}},
			}},
			LoadBalancingWeight: wrapperspb.UInt32(weight),
		})
	}
	return &endpointv3.ClusterLoadAssignment{
		ClusterName: name(pool),
		Endpoints:   []*endpointv3.LocalityLbEndpoints{{LbEndpoints: lb}},
	}
}

// The same clock as Node's process.hrtime.
func monotonic() int64 {
	var now unix.Timespec
	check(unix.ClockGettime(unix.CLOCK_MONOTONIC, &now))
	return now.Nano()
}

func answer(value map[string]any) {
	line, err := json.Marshal(value)
	check(err)
	_, err = os.Stdout.Write(append(line, '\n'))
	check(err)
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, time.Now().Format(time.RFC3339), err)
		os.Exit(1)
	}
}
